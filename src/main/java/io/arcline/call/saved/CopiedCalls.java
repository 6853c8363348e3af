package io.arcline.call.saved;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the calls of all servers stood a moment ago: for calls that come back while the database is away. What this server has written
 * it is told; what others have, it copies from the table. Thread-safe.
 */
public final class CopiedCalls {
    /** From one look into the table to the next. */
    public static final Duration EACH = Duration.ofSeconds(1);

    /** Rows carry the time when their statement began, and are seen when it is committed. */
    private static final Duration OVERLAP = Duration.ofSeconds(3);

    /** Twice as long as a live call can be without a turn: what is older belongs to calls that are gone. */
    private static final Duration KEPT = SavedCalls.LONGEST_BETWEEN_TURNS.multipliedBy(2);

    /** Calls of all servers that are copied at the most; some hundred megabytes. */
    private static final int MOST = 100_000;

    private final CallsTable table;
    private final Map<String, Copy> copies = new ConcurrentHashMap<>();
    private long lookedAt = System.nanoTime() - KEPT.toNanos();
    private boolean looked;

    /** @param at when it was written, by {@link System#nanoTime()} */
    private record Copy(SavedCall saved, long at) {}

    public CopiedCalls(CallsTable table) {
        this.table = table;
    }

    /** Copies what was written since the last look; to be called each {@link #EACH}. Blocks; while the database is away all stays. */
    public synchronized void look() {
        long now = System.nanoTime();
        try {
            // The first time all of it: there may have been a server of this name before.
            table.writtenWithin(OVERLAP.plusNanos(now - lookedAt), !looked)
                    .forEach(row -> keep(new Copy(row.saved(), now - row.age().toNanos())));
            lookedAt = now;
            looked = true;
            copies.values().removeIf(copy -> now - copy.at() > KEPT.toNanos());
        } catch (SQLException | RuntimeException away) {
            // Whoever writes into the table says so in the log; one look that fails must not be the last.
            System.getLogger(CopiedCalls.class.getName())
                    .log(System.Logger.Level.DEBUG, "no look into the table", away);
        }
    }

    /** This server has written where a call stands, or that it is over. */
    void wrote(SavedCall saved) {
        keep(new Copy(saved, System.nanoTime()));
    }

    private void keep(Copy copy) {
        String callSid = copy.saved().callSid();
        if (copy.saved().isOver()) {
            copies.remove(callSid);
        } else if (copies.size() < MOST || copies.containsKey(callSid)) {
            copies.merge(callSid, copy, (before, after) -> before.saved().laterThan(after.saved()) ? before : after);
        }
    }

    /** Where a call stood when that was last written or copied. */
    Optional<CallsTable.Row> of(String callSid) {
        return Optional.ofNullable(copies.get(callSid))
                .map(copy -> new CallsTable.Row(copy.saved(), Duration.ofNanos(System.nanoTime() - copy.at())));
    }
}
