package io.arcline.database;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL as Debian packages it: compiled for speed, as hosted ones are, and with the tools that belong to it. The embedded one is
 * compiled for size and comes without {@code pg_dump}.
 */
public final class DebianPostgres implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Process server;
    private final int port;

    private DebianPostgres(Path programs, Path folder, List<String> settings) throws IOException, InterruptedException {
        this.programs = programs;
        Path data = folder.resolve("data");
        run(Map.of(), "unshare -U " + programs + "/initdb -D " + data + " -A trust -U postgres -N -E UTF8 --locale=C");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // As for the embedded one: PostgreSQL does not run as root, and in a namespace of its own nobody is.
        List<String> command = new ArrayList<>(
                List.of("unshare", "-U", programs + "/postgres", "-D", data.toString(), "-p", String.valueOf(port)));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "listen_addresses=localhost"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile())
                .start();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!answers()) {
            if (System.nanoTime() > deadline || !server.isAlive()) {
                throw new AssertionError(
                        "PostgreSQL does not start: " + Files.readString(folder.resolve("postgres.log")));
            }
            Thread.onSpinWait();
        }
    }

    /**
     * Starts the newest there is in a folder; empty where there is none.
     *
     * @param settings each as {@code name=value}
     */
    public static Optional<DebianPostgres> in(Path folder, String... settings)
            throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(new DebianPostgres(programs.get(), folder, List.of(settings)));
    }

    /** The port on the loopback interface; whoever comes is let in. */
    public int port() {
        return port;
    }

    /** For {@code DATABASE_URL}. */
    public String url(String database) {
        return "postgresql://postgres@localhost:" + port + "/" + database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "");
    }

    public void execute(String database, String statement) throws SQLException {
        try (Connection connection = connect(database);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** As it says itself, such as {@code 15.14 (Debian 15.14-0+deb12u1)}. */
    public String version() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Runs a line of a shell, with its tools on the path. */
    public void run(Map<String, String> environment, String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
        shell.environment().putAll(environment);
        shell.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(line + "\n" + said);
        }
    }

    @Override
    public void close() {
        try {
            // SIGINT: PostgreSQL's fast end, which waits for no client.
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start();
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (IOException | InterruptedException stopped) {
            server.destroyForcibly();
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> List.of("initdb", "postgres", "pg_dump", "pg_restore").stream()
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.comparingDouble(bin ->
                            Double.parseDouble(bin.getParent().getFileName().toString())));
        }
    }
}
