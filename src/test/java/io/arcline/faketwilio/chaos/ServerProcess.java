package io.arcline.faketwilio.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One server of a fleet as a process of its own, which can be killed, told to end, and started again on the same port. */
public final class ServerProcess {
    private static final Duration START = Duration.ofMinutes(8);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String name;
    private final FleetSettings settings;
    private final Map<String, String> environment;
    private final Path folder;
    private Process process;

    ServerProcess(String name, FleetSettings settings, Map<String, String> environment) {
        this.name = name;
        this.settings = settings;
        this.folder = settings.work().resolve(name);
        this.environment = new TreeMap<>(environment);
        this.environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
        this.environment.put("LOG_DIR", folder.resolve("logs").toString());
        this.environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    public String name() {
        return name;
    }

    /** Its public port. */
    public int port() {
        return Integer.parseInt(environment.get("PORT"));
    }

    /** Its process, of Java itself. */
    public long pid() {
        return java().pid();
    }

    /** An address on its management port. */
    public URI management(String path) {
        return URI.create("https://localhost:" + environment.get("MANAGEMENT_PORT") + path);
    }

    /** Starts it and returns at once. */
    public void launch() {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = script("run").redirectErrorStream(true);
            builder.environment().put("JVM_ARGS", settings.jvmArgs());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it again after it has ended, and waits until it takes calls. */
    public void startAgain() {
        launch();
        awaitReady();
    }

    /** Waits until it takes calls. */
    public void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!takesCalls()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " does not start; see " + console());
            }
            pause();
        }
    }

    /** Whether the load balancer would give it calls. */
    public boolean takesCalls() {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return CLIENT.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Ends it like {@code kill -9}. */
    public void kill() {
        java().destroyForcibly();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Tells it to end, as a deployment does: SIGTERM. Returns at once. */
    public void terminate() {
        java().destroy();
    }

    /** Tells it to end by its own script, {@code server stop}. Returns at once. */
    public void serverStop() {
        try {
            script("stop")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("stop.log").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it has ended; false where it has not within that time. */
    public boolean awaitEnd(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The file with what it printed. */
    public Path console() {
        return folder.resolve("console.log");
    }

    private ProcessBuilder script(String command) {
        ProcessBuilder builder =
                new ProcessBuilder(settings.liberty().resolve("bin/server").toString(), command, settings.serverName());
        builder.environment().keySet().removeIf(ServerProcess::isTheServers);
        builder.environment().putAll(environment);
        return builder;
    }

    private ProcessHandle java() {
        return process.descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    private static boolean isTheServers(String variable) {
        return variable.matches("PORT|DOMAIN|(ARCLINE|DATABASE|SUPABASE|TWILIO|OPERATOR|RELAY|JOURNAL)_.*");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
