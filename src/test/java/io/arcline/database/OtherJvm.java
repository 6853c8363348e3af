package io.arcline.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Another Java process that uses the database of a folder, to be ended properly or killed by a test. */
final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** What the process does with the database, besides having it. */
    enum Deed {
        NOTHING,
        /** Kills PostgreSQL once and asks for the database again. */
        KILL_POSTGRES,
        /** Goes on writing into the table {@code late} for a while after it was told to end. */
        WRITE_WHILE_ENDING
    }

    /** Starts one that only has it; {@link #port()} waits until it has. */
    static OtherJvm using(Path folder) {
        return using(folder, Deed.NOTHING);
    }

    static OtherJvm using(Path folder, Deed deed) {
        try {
            return new OtherJvm(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherJvm.class.getName(),
                            folder.toString(),
                            deed.name()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the process says: the port of its database. */
    int port() {
        try {
            return Integer.parseInt(output.readLine());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a server that was told to stop: its shutdown hooks run. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** @param arguments the folder, the deed */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        // Kept open on purpose: ending is what the tests are about.
        int port = EmbeddedDatabase.in(folder).port();
        switch (Deed.valueOf(arguments[1])) {
            case NOTHING -> {}
            case KILL_POSTGRES -> {
                ProcessHandle postgres = ProcessHandle.of(PostmasterFile.in(new Cluster(folder.toRealPath()).data())
                                .orElseThrow()
                                .pid())
                        .orElseThrow();
                postgres.destroyForcibly();
                port = EmbeddedDatabase.in(folder).port();
            }
            case WRITE_WHILE_ENDING -> writeWhileEnding(EmbeddedDatabase.in(folder));
        }
        System.out.println(port);
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void writeWhileEnding(EmbeddedDatabase database) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        Statement statement = connection.createStatement();
        statement.execute("create table late (n int)");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                for (int n = 0; n < 10; n++) {
                    statement.execute("insert into late select " + n + " from pg_sleep(0.1)");
                }
            } catch (SQLException stopped) {
                System.err.println(stopped.getMessage());
            }
        }));
    }
}
