package io.arcline.performance;

import io.arcline.system.LibertyServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server that runs and is measured, on the same JVM with the same options as the others.
 *
 * @param start from the launch until it took requests
 * @param target the options that lead the load generator there
 */
record Contestant(String name, long pid, Duration start, List<String> target, Runnable stop) implements AutoCloseable {
    /** Of every server's JVM. */
    static final String JVM_OPTIONS = "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx600m";

    /** What ARC Line's webhooks are signed with. */
    static final String AUTH_TOKEN = "0123456789abcdef0123456789abcdef";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path WORK = Path.of("target", "performance").toAbsolutePath();
    private static final String BARE_XML = """
            <server>
              <featureManager><feature>websocket-2.2</feature></featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1" protocolVersion="http/1.1"/>
              <httpSession cookiesEnabled="false" urlRewritingEnabled="false"/>
              <webApplication location="bare.war" contextRoot="/"/>
            </server>
            """;

    @Override
    public void close() {
        stop.run();
    }

    /** What callers of it say; the first asks for nothing that is stored. */
    List<String> scripts() {
        return name.equals("ARC Line") ? List.of("tour-without-stores", "tour") : List.of("anything");
    }

    /** Jetty with one endpoint. */
    static Contestant jetty() throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(JVM_OPTIONS.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareJetty.class.getName(), "" + port));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        await(process, "ready");
        return new Contestant(
                "Jetty",
                process.pid(),
                Duration.ofNanos(System.nanoTime() - began),
                socket(port, "/ws"),
                () -> end(process));
    }

    /** Open Liberty with nothing but one endpoint. */
    static Contestant liberty() throws IOException {
        int port = freePort();
        Path server =
                Files.createDirectories(WORK.resolve("usr/servers/bare/apps")).getParent();
        Files.writeString(server.resolve("server.xml"), BARE_XML.formatted(port));
        ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClasses(BareEndpoint.class, BareReply.class)
                .as(ZipExporter.class)
                .exportTo(server.resolve("apps/bare.war").toFile(), true);
        ProcessBuilder builder =
                new ProcessBuilder("target/liberty/wlp/bin/server", "run", "bare").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", WORK.resolve("usr").toString());
        builder.environment().put("JVM_ARGS", JVM_OPTIONS);
        long began = System.nanoTime();
        Process process = builder.start();
        await(process, "CWWKF0011I");
        Duration start = Duration.ofNanos(System.nanoTime() - began);
        long pid = process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle())
                .pid();
        return new Contestant("Open Liberty", pid, start, socket(port, "/ws"), () -> end(process));
    }

    /** ARC Line with journal and saved states, without callers' words, as in production, on a database that was started elsewhere. */
    static LibertyServer arcLineServer(int databasePort) {
        System.setProperty("arcline.server-jvm-args", JVM_OPTIONS);
        return LibertyServer.start(
                "performance",
                Map.of(
                        "DATABASE_URL", "postgresql://postgres:unused@localhost:" + databasePort + "/arcline",
                        "SILENCE_SECONDS", "120",
                        "JOURNAL_WORDS", "off",
                        "TWILIO_AUTH_TOKEN", AUTH_TOKEN,
                        "MAX_CALLS", "11000"));
    }

    /** The same as a contestant. */
    static Contestant arcLine(int databasePort) {
        long began = System.nanoTime();
        LibertyServer server = arcLineServer(databasePort);
        return new Contestant(
                "ARC Line",
                server.pid(),
                Duration.ofNanos(System.nanoTime() - began),
                List.of("--server", server.uri("").toString()),
                server::close);
    }

    private static List<String> socket(int port, String path) {
        return List.of("--socket", "ws://localhost:" + port + path);
    }

    /** Waits for a word on the console, which is read to its end from then on. */
    private static void await(Process process, String word) throws IOException {
        InputStream console = process.getInputStream();
        StringBuilder said = new StringBuilder();
        for (int c = console.read(); said.indexOf(word) < 0; c = console.read()) {
            if (c < 0) {
                throw new IllegalStateException("a server ended at its start:\n" + said);
            }
            said.append((char) c);
        }
        Thread.ofVirtual().start(() -> drain(console));
    }

    private static void drain(InputStream console) {
        try {
            console.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException ended) {
            System.getLogger(Contestant.class.getName()).log(System.Logger.Level.DEBUG, "a console ended", ended);
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException stopped) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a program of this machine prints, stripped; "" where there is no such program. */
    static String printed(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? printed : "";
        } catch (IOException none) {
            return "";
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
