package io.arcline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/**
 * One JVM's share in a data folder. Every process that uses the folder's PostgreSQL holds a shared lock on a file
 * there, which the operating system takes back however the process ends; who gives up the last share stops
 * PostgreSQL.
 *
 * <p>A JVM must open that file once only: on POSIX systems closing any channel of a file drops the whole process's
 * locks on it. A system property therefore says which folders this JVM holds, to other class loaders too. Callers
 * synchronise on {@link Turn#monitor}.
 */
final class FolderClaim {
    private final Path folder;
    private final FileChannel channel;
    private FileLock share;

    private FolderClaim(Path folder, FileChannel channel, FileLock share) {
        this.folder = folder;
        this.channel = channel;
        this.share = share;
    }

    /** Whether this JVM has its share already. */
    static boolean held(Path folder) {
        return System.getProperty(property(folder)) != null;
    }

    /** Takes this JVM's share; waits while another process stops the server. */
    static FolderClaim take(Path folder) throws IOException {
        FileChannel channel = Turn.open(folder.resolve("in-use.lock"));
        try {
            FolderClaim claim = new FolderClaim(folder, channel, Turn.await(channel, true));
            System.setProperty(property(folder), "held");
            return claim;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
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

    private static String property(Path folder) {
        return "io.arcline.database " + folder;
    }
}
