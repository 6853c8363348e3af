package io.arcline.call.saved;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out where a call stood that comes back. Thread-safe. */
public final class SavedCalls {
    /** The caller hears nothing meanwhile. */
    static final Duration PATIENCE = Duration.ofMillis(2_000);

    /** A live call has a turn at least this often, if only because nobody speaks: an older state has missed some. */
    static final Duration LONGEST_BETWEEN_TURNS = Duration.ofMinutes(3);

    private static final System.Logger LOG = System.getLogger(SavedCalls.class.getName());

    private final CallsTable table;
    private final StateWriter writer;
    private final CopiedCalls copies;
    private final ExecutorService threads;

    /** @param threads for the database's answers: virtual ones */
    public SavedCalls(CallsTable table, StateWriter writer, CopiedCalls copies, ExecutorService threads) {
        this.table = table;
        this.writer = writer;
        this.copies = copies;
        this.threads = threads;
    }

    /**
     * What is known of a call: the later of what this server has not saved yet and what the table has, or had when the database
     * was last there. Blocks a moment.
     */
    public Recollection of(String callSid) {
        Optional<CallsTable.Row> own = writer.unsaved(callSid);
        Stored stored = load(callSid);
        Optional<CallsTable.Row> row = stored.row();
        if (own.isPresent()
                && (row.isEmpty() || own.get().saved().laterThan(row.get().saved()))) {
            return known(own.get(), false);
        }
        return row.map(saved -> known(saved, stored.copied() || behind(saved.age())))
                .orElseGet(Recollection.Unknown::new);
    }

    /** @param copied whether the database did not answer, and this is what was copied before */
    private record Stored(Optional<CallsTable.Row> row, boolean copied) {}

    private static Recollection known(CallsTable.Row row, boolean behind) {
        return row.saved().isOver()
                ? new Recollection.Unknown()
                : new Recollection.Known(row.saved(), behind, row.age());
    }

    /** Written before the database was away, or so long ago that it must have been. */
    private boolean behind(Duration age) {
        SavingFigures figures = writer.figures();
        boolean before = figures.secondsSinceBack().orElse(Long.MAX_VALUE) < age.toSeconds();
        return before || figures.away() || age.compareTo(LONGEST_BETWEEN_TURNS) > 0;
    }

    private Stored load(String callSid) {
        try {
            // A late answer is left to come to its end: interrupted, it would take a connection with it.
            Future<Optional<CallsTable.Row>> answer = threads.submit(() -> table.load(callSid));
            return new Stored(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), false);
        } catch (ExecutionException failed) {
            return copied(callSid, failed.getCause());
        } catch (TimeoutException | RejectedExecutionException late) {
            return copied(callSid, late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return copied(callSid, stopping);
        }
    }

    private Stored copied(String callSid, Throwable why) {
        Optional<CallsTable.Row> copy = copies.of(callSid);
        LOG.log(
                System.Logger.Level.WARNING,
                "call {0}: where it stands could not be read, a copy {1}: {2}",
                callSid,
                copy.isPresent() ? "is there" : "is not there",
                why instanceof SQLException database ? database.getSQLState() : why.toString());
        return new Stored(copy, true);
    }
}
