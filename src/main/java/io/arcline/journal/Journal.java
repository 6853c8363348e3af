package io.arcline.journal;

import io.arcline.journal.JournalEntry.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Takes entries without making anybody wait and writes them in the order in which they came, from a thread of its own, in
 * batches. While the store is away they wait on disk, also for the next start. What no longer fits is dropped and counted,
 * {@code debug} first. Thread-safe.
 */
public final class Journal {
    /** Entries that wait in memory at the most: some tens of megabytes. */
    static final int CAPACITY = 100_000;

    private static final int BATCH = 2_000;

    /** From the beginning of a batch to the next one's: each turn's own would be a transaction of its own, and a thread woken for it. */
    private static final long PACE_NANOS = 20_000_000;

    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private final BlockingQueue<JournalEntry> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    /** Entries that were taken and are neither in the store nor on disk nor lost: in the queue, or in the writer's hands. */
    private final AtomicInteger unsettled = new AtomicInteger();

    private final Consumer<List<JournalEntry>> store;
    private final Waiting disk;
    private final InstantSource clock;
    /** What of the oldest file on disk is not in the store yet. */
    private final List<JournalEntry> replaying = new ArrayList<>();

    private volatile boolean closing;
    private long toldOfDropped;
    private long pauseMillis;
    private long nextTry;
    private long nextBatch = System.nanoTime();

    /**
     * @param store writes a batch in one transaction, what is there already once, or throws
     * @param disk where entries wait while the store is away
     */
    public Journal(Consumer<List<JournalEntry>> store, Waiting disk, InstantSource clock) {
        this.store = store;
        this.disk = disk;
        this.clock = clock;
    }

    /** Never blocks. */
    public void write(String sessionId, Level level, String message, Map<String, Object> metadata) {
        JournalEntry entry = JournalEntry.of(sessionId, level, message, metadata, clock.instant());
        unsettled.incrementAndGet();
        if (waiting.size() > CAPACITY * level.share() || !waiting.offer(entry)) {
            dropped.incrementAndGet();
            unsettled.decrementAndGet();
        }
    }

    /** Entries in memory that are neither in the store nor on disk yet. */
    public int backlog() {
        return unsettled.get();
    }

    /** Bytes that wait on disk. */
    public long spooled() {
        return disk.bytes();
    }

    /** Entries that were lost since the start because there was no more room. */
    public long dropped() {
        return dropped.get() + disk.dropped();
    }

    /** Writes until {@link #close()} and until everything that was taken is in the store or on disk. */
    public void run() {
        List<JournalEntry> batch = new ArrayList<>(BATCH);
        try {
            while (!closing || !waiting.isEmpty() || !batch.isEmpty()) {
                if (batch.isEmpty()) {
                    fill(batch);
                }
                boolean stored = tries() && (disk.isEmpty() || replay()) && (batch.isEmpty() || store(batch));
                if (stored) {
                    settle(batch);
                    tellOfDropped();
                } else if (disk.keep(batch)) {
                    settle(batch);
                } else if (closing) {
                    LOG.log(System.Logger.Level.ERROR, "{0} journal entries lost at the end", backlog());
                    return;
                } else {
                    Thread.sleep(50);
                }
            }
        } catch (InterruptedException stopped) {
            disk.keep(batch);
            Thread.currentThread().interrupt();
        } finally {
            disk.close();
        }
    }

    /** Ends {@link #run()} once what is waiting is written. */
    public void close() {
        closing = true;
    }

    private void settle(List<JournalEntry> batch) {
        unsettled.addAndGet(-batch.size());
        batch.clear();
    }

    private boolean tries() {
        return pauseMillis == 0 || System.nanoTime() - nextTry >= 0;
    }

    /** Writes what waits on disk, unless the store fails on the way. */
    private boolean replay() {
        while (!disk.isEmpty() && !closing) {
            if (replaying.isEmpty()) {
                replaying.addAll(disk.oldest());
            }
            while (!replaying.isEmpty()) {
                List<JournalEntry> batch = replaying.subList(0, Math.min(replaying.size(), BATCH));
                if (!store(batch)) {
                    return false;
                }
                batch.clear();
            }
            if (!disk.removeOldest()) {
                return false;
            }
        }
        return disk.isEmpty();
    }

    private boolean store(List<JournalEntry> batch) {
        try {
            store.accept(batch);
            pauseMillis = 0;
            return true;
        } catch (RuntimeException away) {
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis == 0 ? 100 : pauseMillis * 2);
            nextTry = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the journal cannot be written ({0}), {1} bytes wait on disk, next try in {2} ms",
                    away.getClass().getSimpleName(),
                    disk.bytes(),
                    pauseMillis);
            return false;
        }
    }

    private void tellOfDropped() {
        long now = dropped();
        if (now > toldOfDropped) {
            write("server", Level.WARN, "journal entries dropped", Map.of("entries", now - toldOfDropped));
            toldOfDropped = now;
        }
    }

    private void fill(List<JournalEntry> batch) throws InterruptedException {
        JournalEntry first = waiting.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            if (!closing && waiting.size() < BATCH) {
                TimeUnit.NANOSECONDS.sleep(nextBatch - System.nanoTime());
            }
            nextBatch = System.nanoTime() + PACE_NANOS;
            waiting.drainTo(batch, BATCH - 1);
        }
    }
}
