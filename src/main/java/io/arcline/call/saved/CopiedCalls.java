package io.arcline.call.saved;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the calls of all servers stood a moment ago, copied from the table: for calls that come back while the database is away.
 * Thread-safe.
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

    /** @param at when it was written, by {@link System#nanoTime()} */
    private record Copy(SavedCall saved, long at) {}

    public CopiedCalls(CallsTable table) {
        this.table = table;
    }

    /** Copies what was written since the last look; to be called each {@link #EACH}. Blocks; while the database is away all stays. */
    public synchronized void look() {
        long now = System.nanoTime();
        try {
            for (CallsTable.Row row : table.writtenWithin(OVERLAP.plusNanos(now - lookedAt))) {
                SavedCall saved = row.saved();
                if (saved.isOver()) {
                    copies.remove(saved.callSid());
                } else if (copies.size() < MOST || copies.containsKey(saved.callSid())) {
                    copies.put(saved.callSid(), new Copy(saved, now - row.age().toNanos()));
                }
            }
            lookedAt = now;
            copies.values().removeIf(copy -> now - copy.at() > KEPT.toNanos());
        } catch (SQLException | RuntimeException away) {
            // Whoever writes into the table says so in the log; one look that fails must not be the last.
            System.getLogger(CopiedCalls.class.getName())
                    .log(System.Logger.Level.DEBUG, "no look into the table", away);
        }
    }

    /** Where a call stood at the last look. */
    Optional<CallsTable.Row> of(String callSid) {
        return Optional.ofNullable(copies.get(callSid))
                .map(copy -> new CallsTable.Row(copy.saved(), Duration.ofNanos(System.nanoTime() - copy.at())));
    }
}
