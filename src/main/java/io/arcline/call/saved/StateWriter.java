package io.arcline.call.saved;

import io.arcline.call.saved.Receipt.Result;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Saves the states of calls without making any of them wait: one thread writes what has come together since its last
 * statement, one for all, and of each call its latest state only. Between two statements there is {@link #GATHERED} at least, and
 * {@link #RESTS} times as long as the last one took, up to {@link #GATHERED_AT_MOST}: a database that is slow, or shared by many
 * servers, is not kept busy with states that the next turn outdates. While it is away the states stay, and are written when it is
 * back. Thread-safe.
 */
public final class StateWriter {
    /** From the end of one statement to the next: 33 a second at the most. */
    static final Duration GATHERED = Duration.ofMillis(30);

    /** After which the next statement comes, however long the last one took. */
    static final Duration GATHERED_AT_MOST = Duration.ofMillis(150);

    private static final int RESTS = 10;

    /** Calls whose states wait at the most; more than there can be live ones, so that only an outage of hours fills it. */
    static final int MOST_WAITING = 100_000;

    /** Calls in one statement. */
    static final int MOST_AT_ONCE = 1_000;

    private static final long SHORTEST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final System.Logger LOG = System.getLogger(StateWriter.class.getName());

    private final CallsTable table;
    private final CopiedCalls copies;
    private final boolean on;
    private final Map<String, Unsaved> waiting = new ConcurrentHashMap<>();
    private final Semaphore work = new Semaphore(0);
    private final SavingFigures figures = new SavingFigures();
    private volatile boolean closing;
    private long pauseMillis;
    private long next = System.nanoTime();

    /**
     * A writer that waits for {@link #run()}.
     *
     * @param copies is told what was written
     * @param on whether anything is saved at all
     */
    public StateWriter(CallsTable table, CopiedCalls copies, boolean on) {
        this.table = table;
        this.copies = copies;
        this.on = on;
    }

    /**
     * A state on its way.
     *
     * @param at when it came
     * @param since when the oldest change that is not saved came, of which this is the newest
     */
    private record Unsaved(
            String callSid,
            long generation,
            long sequence,
            Supplier<String> state,
            Receipt receipt,
            long at,
            long since) {

        static Unsaved now(String callSid, long generation, long sequence, Supplier<String> state, Receipt receipt) {
            long now = System.nanoTime();
            return new Unsaved(callSid, generation, sequence, state, receipt, now, now);
        }

        Unsaved waitingSince(long earlier) {
            return new Unsaved(callSid, generation, sequence, state, receipt, at, earlier);
        }

        SavedCall toSave() {
            return new SavedCall(callSid, generation, sequence, state.get());
        }

        boolean laterThan(Unsaved other) {
            return generation != other.generation ? generation > other.generation : sequence >= other.sequence;
        }
    }

    /**
     * Saves a state soon. Never blocks and never throws. Of several states of one call only the latest is written, and only its
     * receipt is told.
     *
     * @param state writes the state as JSON, on the writer's thread
     */
    public void save(String callSid, long generation, long sequence, Supplier<String> state, Receipt receipt) {
        put(Unsaved.now(callSid, generation, sequence, state, receipt));
    }

    /** The call is over: what was said in it is forgotten, and nothing older is saved any more. */
    public void over(String callSid) {
        SavedCall over = SavedCall.over(callSid);
        put(Unsaved.now(callSid, over.generation(), over.sequence(), () -> null, result -> {}));
    }

    /** What waits to be saved of a call. */
    Optional<CallsTable.Row> unsaved(String callSid) {
        return Optional.ofNullable(waiting.get(callSid))
                .map(one -> new CallsTable.Row(one.toSave(), Duration.ofNanos(System.nanoTime() - one.at())));
    }

    /** How the saving goes. */
    public SavingFigures figures() {
        return figures;
    }

    /** Calls whose newest state is not saved yet. */
    public int waiting() {
        return waiting.size();
    }

    /** How long the oldest change has been waiting, in milliseconds; 0 where everything is saved. */
    public long behindMillis() {
        long now = System.nanoTime();
        return TimeUnit.NANOSECONDS.toMillis(waiting.values().stream()
                .mapToLong(one -> now - one.since())
                .max()
                .orElse(0));
    }

    /** Writes until {@link #close()}, and then what is left, once. */
    public void run() {
        try {
            while (!closing) {
                if (work.tryAcquire(1, TimeUnit.SECONDS)) {
                    TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                    work.drainPermits();
                    long began = System.nanoTime();
                    next = began;
                    writeAll();
                    next = Math.max(next, System.nanoTime() + pauseAfter(System.nanoTime() - began));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            writeAll();
        }
    }

    /** Ends {@link #run()}. */
    public void close() {
        closing = true;
        work.release();
    }

    private static long pauseAfter(long tookNanos) {
        return Math.clamp(RESTS * tookNanos, GATHERED.toNanos(), GATHERED_AT_MOST.toNanos());
    }

    private void put(Unsaved state) {
        if (!on) {
            state.receipt().is(Result.DROPPED);
            return;
        }
        if (waiting.size() >= MOST_WAITING && !waiting.containsKey(state.callSid())) {
            figures.dropped();
            state.receipt().is(Result.DROPPED);
            return;
        }
        waiting.merge(state.callSid(), state, StateWriter::newer);
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private static Unsaved newer(Unsaved before, Unsaved after) {
        return (after.laterThan(before) ? after : before).waitingSince(before.since());
    }

    private void writeAll() {
        List<Unsaved> all = new ArrayList<>(waiting.values());
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            if (!write(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)))) {
                work.release();
                return;
            }
        }
    }

    private boolean write(List<Unsaved> batch) {
        Map<String, SavedCall> states = new HashMap<>();
        batch.forEach(one -> states.put(one.callSid(), one.toSave()));
        long began = System.nanoTime();
        try {
            Set<String> superseded = table.save(states.values());
            long now = System.nanoTime();
            figures.wrote(batch.size(), superseded.size(), now - oldest(batch, now), now - began);
            for (Unsaved one : batch) {
                boolean saved = !superseded.contains(one.callSid());
                if (saved) {
                    copies.wrote(states.get(one.callSid()));
                }
                // A newer one may have come meanwhile; it stays, and has waited from when it came at the earliest.
                waiting.computeIfPresent(
                        one.callSid(),
                        (sid, there) -> there == one ? null : there.waitingSince(Math.max(there.since(), began)));
                one.receipt().is(saved ? Result.SAVED : Result.SUPERSEDED);
            }
            back();
            return true;
        } catch (SQLException away) {
            away(away, batch);
            return false;
        }
    }

    private static long oldest(List<Unsaved> batch, long now) {
        return batch.stream().mapToLong(Unsaved::since).min().orElse(now);
    }

    private void back() {
        if (pauseMillis > 0) {
            pauseMillis = 0;
            figures.back();
            LOG.log(System.Logger.Level.INFO, "the states of calls are saved again");
        }
    }

    private void away(SQLException away, List<Unsaved> batch) {
        boolean first = pauseMillis == 0;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(SHORTEST_PAUSE_MILLIS, pauseMillis * 2));
        next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
        figures.failed();
        LOG.log(
                first ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                "the states of {0} calls cannot be saved for now: SQLState {1}",
                batch.size(),
                away.getSQLState());
    }
}
