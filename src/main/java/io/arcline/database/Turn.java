package io.arcline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** Work on a folder that one thread does at a time, in all processes of the machine. */
final class Turn {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Turn() {}

    /** What threads of this JVM synchronise on before they work on the folder; the same for every class loader. */
    static Object monitor(Path folder) {
        return ("io.arcline.database " + folder).intern();
    }

    /**
     * Does the work once nobody else does any in the folder, which has to exist; may be nested for different folders.
     */
    static <T, E extends Exception> T in(Path folder, Work<T, E> work) throws IOException, E {
        synchronized (monitor(folder)) {
            try (FileChannel channel = open(folder.resolve("turn.lock"))) {
                await(channel, false);
                return work.run();
            }
        }
    }

    /** A lock file, made when it is missing. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits until other processes let it have the lock. */
    static FileLock await(FileChannel channel, boolean shared) throws IOException {
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

    /** What is done when it is its turn. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws IOException, E;
    }
}
