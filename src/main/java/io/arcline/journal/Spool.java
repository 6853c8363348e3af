package io.arcline.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where entries wait on disk while the database is away: files of lines, written and taken away in order, there again after the
 * process was killed. One process at a time has a folder. Not thread-safe.
 */
final class Spool implements AutoCloseable {
    private static final long SEGMENT_BYTES = 1 << 20;
    private static final String SUFFIX = ".jsonl";
    private static final System.Logger LOG = System.getLogger(Spool.class.getName());

    private final Path folder;
    private final long capacity;
    private final FileChannel lock;
    private final Deque<Path> segments = new ArrayDeque<>();
    private Path beingRead;
    private long bytes;
    private long lastNumber;
    private long damaged;

    private Spool(Path folder, long capacity, FileChannel lock) {
        this.folder = folder;
        this.capacity = capacity;
        this.lock = lock;
    }

    /**
     * The spool in a folder, with what an earlier process left there.
     *
     * @param folder is made where it is missing, readable by this user only: what callers said may be in it
     * @param capacity in bytes
     * @throws IOException when the folder cannot be used, or another process uses it
     */
    static Spool open(Path folder, long capacity) throws IOException {
        makePrivate(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = file.tryLock();
            if (held == null) {
                throw new IOException("another server uses it");
            }
            Spool spool = new Spool(folder, capacity, file);
            spool.find();
            return spool;
        } catch (IOException | OverlappingFileLockException failed) {
            file.close();
            throw failed instanceof IOException io ? io : new IOException("this server uses it already", failed);
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    /** Lines that could not be read, such as one that a killed process left unfinished. */
    long damaged() {
        return damaged;
    }

    /** Whether there is room for an entry of this level. */
    boolean takes(JournalEntry.Level level) {
        return bytes < capacity * level.share();
    }

    /** Writes entries after all that are there. */
    void append(List<JournalEntry> entries) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (JournalEntry entry : entries) {
            lines.append(EntryJson.line(entry)).append('\n');
        }
        byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
        Files.write(segmentToWrite(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        bytes += text.length;
    }

    /** The entries of the oldest file, in order; they stay until {@link #removeOldest}, and no further ones join them. */
    List<JournalEntry> oldest() throws IOException {
        beingRead = segments.getFirst();
        List<JournalEntry> entries = new ArrayList<>();
        for (String line :
                Files.readString(segments.getFirst(), StandardCharsets.UTF_8).split("\n")) {
            try {
                entries.add(EntryJson.parse(line));
            } catch (RuntimeException unreadable) {
                damaged++;
                LOG.log(System.Logger.Level.WARNING, "a line of the journal''s spool cannot be read");
            }
        }
        return entries;
    }

    void removeOldest() throws IOException {
        Path oldest = segments.getFirst();
        long size = Files.size(oldest);
        Files.delete(oldest);
        segments.removeFirst();
        bytes -= size;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void find() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches("\\d{12}\\" + SUFFIX))
                    .sorted()
                    .forEach(segments::add);
        }
        try {
            bytes = segments.stream().mapToLong(Spool::size).sum();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (!segments.isEmpty()) {
            String last = segments.getLast().getFileName().toString();
            lastNumber = Long.parseLong(last.substring(0, last.length() - SUFFIX.length()));
            // A line that a killed process left unfinished stays the last one of its file.
            lastNumber++;
            segments.add(Files.createFile(segment(lastNumber)));
        }
    }

    private Path segmentToWrite() throws IOException {
        if (segments.isEmpty()
                || segments.getLast().equals(beingRead)
                || Files.size(segments.getLast()) >= SEGMENT_BYTES) {
            lastNumber++;
            segments.add(segment(lastNumber));
        }
        return segments.getLast();
    }

    private Path segment(long number) {
        return folder.resolve("%012d".formatted(number) + SUFFIX);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
