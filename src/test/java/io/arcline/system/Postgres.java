package io.arcline.system;

import io.arcline.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own that stays on its port while it is stopped, started again, made to hang and released. */
final class Postgres implements AutoCloseable {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path data;
    private final EmbeddedDatabase embedded;
    private final int port;

    private Postgres(Path folder) {
        this.data = folder.resolve("data");
        this.embedded = EmbeddedDatabase.in(folder);
        this.port = embedded.port();
    }

    /** A new one in a folder. */
    static Postgres in(Path folder) {
        return new Postgres(folder);
    }

    /** For {@code DATABASE_URL}. */
    String url(String user) {
        return "postgresql://" + user + "@localhost:" + port + "/" + EmbeddedDatabase.DATABASE;
    }

    Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/" + EmbeddedDatabase.DATABASE, user, "");
    }

    /** Ends it at once, as a crash does: nothing is finished, no client is told. */
    void stop() throws IOException, InterruptedException {
        // Found once: when it ends, it takes the file with its number with it.
        ProcessHandle postmaster = postmaster();
        signal("QUIT", List.of(postmaster));
        postmaster.onExit().join();
    }

    /** Starts it again on the same port, by the command line that it was started by, and waits until it answers. */
    void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "-U"));
        Matcher words = WORD.matcher(Files.readString(data.resolve("postmaster.opts")));
        while (words.find()) {
            command.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("again.log").toFile()))
                .start();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "PostgreSQL does not start again: " + Files.readString(data.resolveSibling("again.log")));
            }
            Thread.onSpinWait();
        }
    }

    /** It takes connections and says nothing, until {@link #release()}. */
    void hang() throws IOException, InterruptedException {
        signal("STOP", everyProcess());
    }

    void release() throws IOException, InterruptedException {
        signal("CONT", everyProcess());
    }

    @Override
    public void close() {
        embedded.close();
    }

    private boolean answers() {
        try (Socket open = new Socket("localhost", port);
                Connection connection = connect("postgres")) {
            return open.isConnected() && connection.isValid(2);
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    private List<ProcessHandle> everyProcess() throws IOException {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
