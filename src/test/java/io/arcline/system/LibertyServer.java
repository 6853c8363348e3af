package io.arcline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * ARC Line on Open Liberty as a process of its own, with an environment and folders of its own, on free loopback ports. Several
 * may run at once; each is stopped by {@link #close()} and with the tests' JVM.
 */
public final class LibertyServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(25);
    private static final String LIBERTY = property("arcline.liberty", "target/liberty/wlp");
    private static final String NAME = property("arcline.test-server", "arcline");
    private static final Path WORK =
            Path.of(property("arcline.work", "target/test-servers")).toAbsolutePath();

    private static final Set<LibertyServer> EVER = ConcurrentHashMap.newKeySet();

    private final Process process;
    private final Path folder;
    private final Map<String, String> environment;
    private final ConcurrentLinkedQueue<String> console = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch silent = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::end);

    private LibertyServer(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(LIBERTY + "/bin/server", "run", NAME).redirectErrorStream(true);
            builder.environment().keySet().removeIf(LibertyServer::isOurs);
            builder.environment().putAll(environment);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
            builder.environment().put("LOG_DIR", folder.resolve("logs").toString());
            builder.environment().put("JVM_ARGS", System.getProperty("arcline.server-jvm-args", ""));
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        EVER.add(this);
        Thread.ofPlatform().daemon().start(this::readConsole);
    }

    /** Starts a development server on free ports with an empty database of its own and waits until it takes calls. */
    public static LibertyServer start(String name, Map<String, String> environment) {
        LibertyServer server = launch(name, environment);
        server.awaitReady();
        return server;
    }

    /** Starts a server without waiting: one that is expected not to come up. */
    public static LibertyServer launch(String name, Map<String, String> environment) {
        Path folder = WORK.resolve(name + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        Map<String, String> whole = new TreeMap<>(Map.of(
                "PORT",
                String.valueOf(freePort()),
                "MANAGEMENT_PORT",
                String.valueOf(freePort()),
                "MANAGEMENT_HOST",
                "localhost",
                "OPERATOR_PASSWORD",
                "operators-password",
                "APPLICATION_MONITOR",
                "mbean",
                "APPLICATION_MONITOR_RATE",
                "24h",
                "ARCLINE_DATA_DIR",
                folder.resolve("data").toString()));
        whole.putAll(environment);
        return new LibertyServer(whole, folder);
    }

    /** Starts the same server again, with the same ports and folders, after it was stopped or killed. */
    public LibertyServer startAgain() {
        LibertyServer again = new LibertyServer(environment, folder);
        again.awaitReady();
        return again;
    }

    /** Waits until it takes calls. */
    public void awaitReady() {
        try {
            if (!ready.await(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not start within " + START + ":\n" + console());
            }
            if (!process.isAlive()) {
                throw new AssertionError("the server ended with " + process.exitValue() + ":\n" + console());
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + environment.get("PORT") + path);
    }

    /** The same for a WebSocket. */
    public URI socket(String path) {
        return URI.create("ws://localhost:" + environment.get("PORT") + path);
    }

    public URI managementUri(String path) {
        return URI.create("https://localhost:" + environment.get("MANAGEMENT_PORT") + path);
    }

    /** A GET on the management port by the operator. */
    public HttpResponse<String> operator(String path) {
        return new Operator(environment.get("OPERATOR_PASSWORD")).get(managementUri(path));
    }

    /** The operator erases the caller with this number. */
    public HttpResponse<String> eraseCaller(String number) {
        return new Operator(environment.get("OPERATOR_PASSWORD"))
                .delete(managementUri("/api/callers"), "{\"number\":\"" + number + "\"}");
    }

    /** The operator asks for everything that is kept of the caller with this number. */
    public HttpResponse<String> copyOfCaller(String number) {
        return new Operator(environment.get("OPERATOR_PASSWORD"))
                .post(managementUri("/api/callers/copy"), "{\"number\":\"" + number + "\"}");
    }

    /** A POST on the management port by the operator. */
    public HttpResponse<String> operatorPosts(String path) {
        return new Operator(environment.get("OPERATOR_PASSWORD")).post(managementUri(path), "");
    }

    /** A DELETE on the management port by the operator. */
    public HttpResponse<String> operatorDeletes(String path) {
        return new Operator(environment.get("OPERATOR_PASSWORD")).delete(managementUri(path), "");
    }

    /** A GET on the public port. */
    public HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri(path))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A connection to its embedded database. */
    public Connection database() throws SQLException, IOException {
        String port = Files.readAllLines(postmaster()).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/arcline", "postgres", "");
    }

    /** Every server of this JVM, those that have ended among them. */
    static Collection<LibertyServer> ever() {
        return Collections.unmodifiableSet(EVER);
    }

    /** Stops every server that is still there, all at once, and waits until what they wrote in the end has been read. */
    static void endAll() {
        EVER.parallelStream().forEach(LibertyServer::endAndRead);
    }

    private void endAndRead() {
        end();
        try {
            // A console that stays open has been read as far as it goes.
            silent.await(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Where it writes its logs, {@code messages.log} among them. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** What it printed so far. */
    public String console() {
        return String.join("\n", console);
    }

    /** Waits until it has printed a line with this in it; the first such line. */
    public String awaitLine(String part) {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> line =
                    console.stream().filter(printed -> printed.contains(part)).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("never printed: " + part + "\n" + console());
    }

    public long pid() {
        return java().pid();
    }

    /** Ends it like {@code kill -9}, without its being able to do anything about it. */
    public void kill() {
        List<ProcessHandle> handles = new ArrayList<>(
                process.descendants().filter(LibertyServer::isJava).toList());
        handles.add(process.toHandle());
        handles.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /** Ends it by SIGTERM and waits. */
    public int stop() {
        java().destroy();
        return awaitExit();
    }

    /** Waits until it has ended. */
    public int awaitExit() {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not end within " + START + ":\n" + console());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Stops it as a deployment does, with its database; kills it where it does not end by itself. */
    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        if (process.isAlive()) {
            java().destroy();
            try {
                if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException stopped) {
                kill();
            }
        }
        orphanedDatabase().ifPresent(postgres -> {
            postgres.destroy();
            postgres.onExit().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        });
    }

    /** What a server leaves behind that was killed. */
    private Optional<ProcessHandle> orphanedDatabase() {
        try {
            return Files.exists(postmaster())
                    ? ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(postmaster()).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Path postmaster() {
        return Path.of(environment.get("ARCLINE_DATA_DIR"), "postgresql", "data", "postmaster.pid");
    }

    private ProcessHandle java() {
        return process.descendants().filter(LibertyServer::isJava).findFirst().orElse(process.toHandle());
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info().command().orElse("").endsWith("java");
    }

    private void readConsole() {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                console.add(line);
                if (line.contains("CWWKF0011I")) {
                    ready.countDown();
                }
            });
        } catch (IOException | UncheckedIOException ended) {
            console.add("(the console ended: " + ended.getMessage() + ")");
        } finally {
            ready.countDown();
            silent.countDown();
        }
    }

    private static boolean isOurs(String variable) {
        return variable.matches(
                "PORT|DOMAIN|MAX_.*|RATE_LIMIT|(ARCLINE|DATABASE|SUPABASE|TWILIO|OPERATOR|OIDC|RELAY|JOURNAL|BOARD)_.*"
                        + "|LOG_RETENTION|DRAIN_SECONDS|CALL_STATE|ECS_AGENT_URI|MODERATORS|READERS|ADMIN_CENTER|TELEMETRY|OPENAPI|METRICS"
                        + "|OTEL_.*|WLP_LOGGING_.*|LOG_LEVELS|VARIABLE_SOURCE_DIRS|cert_defaultKeyStore");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isEmpty() ? otherwise : value;
    }
}
