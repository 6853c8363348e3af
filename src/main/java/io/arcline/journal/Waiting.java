package io.arcline.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The spool as the journal uses it: one that is not there or whose disk fails takes nothing and breaks nothing. Its numbers may
 * be read from any thread, everything else is the writer's.
 */
public final class Waiting {
    private static final System.Logger LOG = System.getLogger(Waiting.class.getName());

    private final Spool spool;
    private final AtomicLong dropped = new AtomicLong();
    private volatile long bytes;
    private boolean failing;

    private Waiting(Spool spool) {
        this.spool = spool;
        this.bytes = spool == null ? 0 : spool.bytes();
    }

    /** On disk, in a folder; in memory only, with a warning, where the folder cannot be used. */
    public static Waiting in(Path folder, long capacityBytes) {
        try {
            return new Waiting(Spool.open(folder, capacityBytes));
        } catch (IOException unusable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The journal waits in memory only while the database is away: {0}: {1}",
                    folder.toAbsolutePath(),
                    unusable.getMessage());
            return new Waiting(null);
        }
    }

    boolean isEmpty() {
        return spool == null || spool.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    long dropped() {
        return dropped.get();
    }

    /**
     * Takes entries, or drops and counts those whose level there is no more room for.
     *
     * @return false where there is no disk to take them
     */
    boolean keep(List<JournalEntry> batch) {
        if (spool == null) {
            return false;
        }
        try {
            List<JournalEntry> kept =
                    batch.stream().filter(entry -> spool.takes(entry.level())).toList();
            if (!kept.isEmpty()) {
                spool.append(kept);
            }
            dropped.addAndGet(batch.size() - kept.size());
            bytes = spool.bytes();
            failing = false;
            return true;
        } catch (IOException full) {
            complain(full);
            return false;
        }
    }

    /** What was kept first; nothing where it cannot be read. */
    List<JournalEntry> oldest() {
        try {
            return spool.oldest();
        } catch (IOException unreadable) {
            complain(unreadable);
            return List.of();
        }
    }

    /** Forgets what {@link #oldest} gave; false where that does not work. */
    boolean removeOldest() {
        try {
            spool.removeOldest();
            bytes = spool.bytes();
            return true;
        } catch (IOException undeletable) {
            complain(undeletable);
            return false;
        }
    }

    void close() {
        if (spool != null) {
            try {
                spool.close();
            } catch (IOException failed) {
                complain(failed);
            }
        }
    }

    private void complain(IOException failed) {
        if (!failing) {
            LOG.log(System.Logger.Level.ERROR, "the journal's spool does not work: {0}", failed.getMessage());
            failing = true;
        }
    }
}
