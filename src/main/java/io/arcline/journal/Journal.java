package io.arcline.journal;

import io.arcline.journal.JournalEntry.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Takes entries without making anybody wait and writes them in the order in which they came, from a thread of its own, in
 * batches. While the store is away it keeps trying; what no longer fits the buffer is dropped and counted. Thread-safe.
 */
public final class Journal {
    /** Entries that wait at the most: minutes of a busy server, some tens of megabytes. */
    static final int CAPACITY = 100_000;

    private static final int BATCH = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private final BlockingQueue<JournalEntry> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Consumer<List<JournalEntry>> store;
    private final InstantSource clock;
    private volatile boolean closing;

    /** @param store writes a batch in one transaction or throws */
    public Journal(Consumer<List<JournalEntry>> store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Never blocks. */
    public void write(String sessionId, Level level, String message, Map<String, Object> metadata) {
        if (!waiting.offer(new JournalEntry(sessionId, level, message, metadata, clock.instant()))) {
            dropped.incrementAndGet();
        }
    }

    /** Entries that are not in the store yet. */
    public int backlog() {
        return waiting.size();
    }

    /** Entries that were lost since the start because the buffer was full. */
    public long dropped() {
        return dropped.get();
    }

    /** Writes until {@link #close()} and until everything that was taken is stored, or the store fails after closing. */
    public void run() {
        List<JournalEntry> batch = new ArrayList<>(BATCH);
        long pause = 0;
        try {
            while (!closing || !waiting.isEmpty() || !batch.isEmpty()) {
                if (batch.isEmpty()) {
                    fill(batch);
                }
                if (batch.isEmpty()) {
                    continue;
                }
                try {
                    store.accept(batch);
                    batch.clear();
                    pause = 0;
                } catch (RuntimeException away) {
                    if (closing) {
                        LOG.log(
                                System.Logger.Level.ERROR,
                                "{0} journal entries lost at the end",
                                batch.size() + backlog());
                        return;
                    }
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause == 0 ? 100 : pause * 2);
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "the journal cannot be written ({0}), {1} entries wait, next try in {2} ms",
                            away.getClass().getSimpleName(),
                            batch.size() + backlog(),
                            pause);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #run()} once what is waiting is written. */
    public void close() {
        closing = true;
    }

    private void fill(List<JournalEntry> batch) throws InterruptedException {
        JournalEntry first = waiting.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, BATCH - 1);
        }
    }
}
