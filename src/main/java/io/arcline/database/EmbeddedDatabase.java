package io.arcline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The PostgreSQL that the server starts for itself where no database is configured. Its data stays in a folder across
 * restarts; it listens on the loopback interface only, on a free port, and trusts every user of the machine: for
 * development.
 *
 * <p>One server runs on a folder, whoever asks for it: another class loader of this JVM, another JVM, or a JVM that
 * comes after one that was killed and left PostgreSQL behind. Whoever of them ends last, properly, stops it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The database for the application's tables. */
    public static final String DATABASE = "arcline";

    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
    private static final int ATTEMPTS = 3;
    /** Ten seconds for an application that ends together with the JVM and still has something to save. */
    private static final int QUIET_TENTHS = 100;

    private final Cluster cluster;
    private final LocalServer server;
    private final FolderClaim claim;
    private final Thread atExit;
    private boolean closed;

    private EmbeddedDatabase(Cluster cluster, LocalServer server, FolderClaim claim) {
        this.cluster = cluster;
        this.server = server;
        this.claim = claim;
        this.atExit = new Thread(() -> leave(QUIET_TENTHS), "postgresql-stop");
    }

    /**
     * The database whose data is in a folder: started when it does not run, with the database {@link #DATABASE} made
     * when it is missing. Blocks until it answers: a second or two, at the first time some seconds more. Safe from
     * several threads, class loaders and processes at once. A shutdown hook stops it if nobody else uses it then.
     *
     * @param folder is made when it is missing
     * @throws DatabaseStartException when there is no way to have it; one line that says why and what to do
     */
    public static EmbeddedDatabase in(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (!Files.isWritable(real)) {
                throw new IOException("the folder is not writable");
            }
            synchronized (Turn.monitor(real)) {
                return use(new Cluster(real));
            }
        } catch (IOException | SQLException | RuntimeException failed) {
            throw new DatabaseStartException(
                    "No embedded PostgreSQL in " + folder.toAbsolutePath() + ": " + reason(failed)
                            + ". Correct this, or set DATABASE_URL to a PostgreSQL of your own.",
                    failed);
        }
    }

    /** For the driver, without user: {@code jdbc:postgresql://localhost:<port>/arcline}. */
    public String jdbcUrl() {
        return server.url(DATABASE);
    }

    /** The user to connect as; any password will do. */
    public String user() {
        return LocalServer.USER;
    }

    /** The port on the loopback interface. */
    public int port() {
        return server.port();
    }

    /**
     * Gives the database up now instead of at the JVM's exit, and stops it if nobody else uses it. Does nothing where
     * another instance of this JVM came first: that one keeps the JVM's share.
     */
    @Override
    public void close() {
        synchronized (Turn.monitor(cluster.folder())) {
            if (claim != null && !closed) {
                Runtime.getRuntime().removeShutdownHook(atExit);
                leave(0);
            }
        }
    }

    private static EmbeddedDatabase use(Cluster cluster) throws IOException, SQLException {
        FolderClaim claim = FolderClaim.held(cluster.folder()) ? null : FolderClaim.take(cluster.folder());
        try {
            LocalServer server = Turn.in(cluster.folder(), () -> {
                LocalServer running = runningOrStarted(cluster);
                running.ensure(DATABASE);
                return running;
            });
            EmbeddedDatabase database = new EmbeddedDatabase(cluster, server, claim);
            if (claim != null) {
                Runtime.getRuntime().addShutdownHook(database.atExit);
            }
            return database;
        } catch (IOException | SQLException | RuntimeException failed) {
            if (claim != null) {
                claim.release(() -> {});
            }
            throw failed;
        }
    }

    private static LocalServer runningOrStarted(Cluster cluster) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<LocalServer> running = cluster.running();
            if (running.isPresent()) {
                log("uses the PostgreSQL that runs", cluster, running.get());
                return running.get();
            }
            cluster.beforeStart();
            try {
                PostgresProgram.start(cluster);
                cluster.started();
                LocalServer started = cluster.running().orElseThrow(() -> new IOException(cluster.complaint()));
                log("started PostgreSQL", cluster, started);
                return started;
            } catch (IOException failed) {
                // Worth another try: a port taken in between, children of a killed server that are still going.
                if (attempt == ATTEMPTS) {
                    throw failed;
                }
                Pause.milliseconds(200L * attempt);
            }
        }
    }

    private void leave(int quietTenths) {
        closed = true;
        try {
            claim.release(() -> stop(quietTenths));
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "Could not give up the data folder: {0}", failed.getMessage());
        }
    }

    /**
     * Stops what runs now: not necessarily the server that this instance began with, which may have died in between.
     */
    private void stop(int quietTenths) {
        Optional<PostmasterFile> running = PostmasterFile.in(cluster.data())
                .filter(PostmasterFile::alive)
                .filter(file -> !file.belongsToAnother(cluster.data()));
        if (running.isEmpty()) {
            return;
        }
        try {
            new LocalServer(running.get().port()).awaitQuiet(quietTenths);
        } catch (SQLException noAnswer) {
            LOG.log(System.Logger.Level.DEBUG, "PostgreSQL does not say whether it is in use", noAnswer);
        }
        try {
            PostgresProgram.stop(cluster, running.get());
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL was not stopped: {0}", failed.getMessage());
        }
    }

    private static void log(String what, Cluster cluster, LocalServer server) {
        LOG.log(
                System.Logger.Level.INFO,
                "Embedded database: {0} on port {1}, data in {2}",
                what,
                String.valueOf(server.port()),
                cluster.folder());
    }

    private static String reason(Exception failed) {
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }
}
