package io.arcline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * One JVM's share in a data folder. Every process that uses the folder's PostgreSQL holds a shared lock on a file there, which
 * the operating system takes back however the process ends; who gives up the last share stops PostgreSQL.
 *
 * <p>A JVM must open that file once only: on POSIX systems closing any channel of a file drops the whole process's locks on it.
 * A system property therefore says which folders this JVM holds, to other class loaders too.
 */
final class FolderClaim {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final FileChannel channel;
    private FileLock share;

    private FolderClaim(Path folder, FileChannel channel, FileLock share) {
        this.folder = folder;
        this.channel = channel;
        this.share = share;
    }

    /** What threads of this JVM, whatever their class loader, synchronise on before they start or stop the folder's server. */
    static Object monitor(Path folder) {
        return property(folder).intern();
    }

    /** Whether this JVM has its share already. */
    static boolean held(Path folder) {
        return System.getProperty(property(folder)) != null;
    }

    /** Takes this JVM's share; waits while another process stops the server. */
    static FolderClaim take(Path folder) throws IOException {
        FileChannel channel = open(folder.resolve("in-use.lock"));
        try {
            FolderClaim claim = new FolderClaim(folder, channel, await(channel, true));
            System.setProperty(property(folder), "held");
            return claim;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Runs {@code start} while no other process runs one for the folder. */
    static LocalServer inTurn(Path folder, Start start) throws IOException, SQLException {
        try (FileChannel channel = open(folder.resolve("start.lock"))) {
            await(channel, false);
            return start.run();
        }
    }

    /** Gives up the share, and runs {@code ifLast} first when no other process has one. */
    void release(Runnable ifLast) throws IOException {
        try (channel) {
            share.release();
            share = channel.tryLock();
            if (share != null) {
                ifLast.run();
            }
        } finally {
            System.clearProperty(property(folder));
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static FileLock await(FileChannel channel, boolean shared) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        while (lock == null) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("another process keeps it locked");
            }
            Pause.milliseconds(50);
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        }
        return lock;
    }

    /** What gives a running server. */
    @FunctionalInterface
    interface Start {
        LocalServer run() throws IOException, SQLException;
    }

    private static String property(Path folder) {
        return "io.arcline.database " + folder;
    }
}
