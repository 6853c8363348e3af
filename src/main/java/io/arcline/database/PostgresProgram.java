package io.arcline.database;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Starts and stops the PostgreSQL of a {@link Cluster} with the binaries from the class path. */
final class PostgresProgram {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int STOP_SECONDS = 30;

    private PostgresProgram() {}

    /** Starts it on a free port of the loopback interface; its output goes into the cluster's log. */
    static void start(Cluster cluster) throws IOException {
        Programs programs = Programs.forDataIn(cluster.folder());
        programs.startBy(() -> start(cluster, programs));
    }

    private static Void start(Cluster cluster, Programs programs) throws IOException {
        FutureTask<EmbeddedPostgres> start =
                new FutureTask<>(() -> builder(cluster, programs).start());
        Thread starter = Thread.ofPlatform().daemon().name("postgresql-start").start(start);
        // The library waits for an answer although pg_ctl has given up long ago; an interrupt ends its waiting.
        while (!start.isDone()) {
            Pause.milliseconds(20);
            if (cluster.gaveUp()) {
                starter.interrupt();
                throw new IOException(cluster.complaint());
            }
        }
        try {
            start.get();
            return null;
        } catch (ExecutionException failed) {
            throw new IOException(reason(cluster, failed.getCause()), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /**
     * Stops it: running transactions are rolled back, everything committed is on disk. Where the programs are gone
     * from the disk, the server is asked to stop once its last connection is closed.
     */
    static void stop(Cluster cluster, PostmasterFile running) throws IOException {
        Path pgCtl = pgCtl(cluster);
        if (!Files.exists(pgCtl)) {
            ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroy);
            return;
        }
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // pg_ctl refuses to run as root
        }
        command.addAll(List.of(pgCtl.toString(), "stop", "-D", cluster.data().toString()));
        command.addAll(List.of("-m", "fast", "-w", "-t", String.valueOf(STOP_SECONDS)));
        Process stopping = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .start();
        try {
            if (!stopping.waitFor(STOP_SECONDS + 5, SECONDS) || stopping.exitValue() != 0) {
                throw new IOException("pg_ctl could not stop it");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static EmbeddedPostgres.Builder builder(Cluster cluster, Programs programs) {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.to(cluster.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs.folder().toFile())
                .setPGStartupWait(START)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "32MB")
                // The library trades both for speed; what a caller was told is saved has to be saved.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on");
    }

    /** Beside the server's own program, whose path begins {@code postmaster.opts}; whoever started it. */
    private static Path pgCtl(Cluster cluster) throws IOException {
        String options = Files.readString(cluster.data().resolve("postmaster.opts"));
        Path server = Path.of(options.substring(0, options.indexOf(" \"")));
        return server.resolveSibling(server.getFileName().toString().replace("postgres", "pg_ctl"));
    }

    private static String reason(Cluster cluster, Throwable failure) {
        if (String.valueOf(failure.getMessage()).equals("Missing embedded postgres binaries")) {
            return "the class path has no PostgreSQL for this platform (" + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ")";
        }
        return cluster.complaint().isEmpty() ? failure.toString() : cluster.complaint();
    }
}
