package io.arcline.call.saved;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How the saving of states goes, since the start. Thread-safe. */
public final class SavingFigures {
    private final LongAdder statements = new LongAdder();
    private final LongAdder states = new LongAdder();
    private final LongAdder superseded = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final AtomicLong longestLag = new AtomicLong();
    private volatile long lastLag;
    private volatile long lastStatement;
    private volatile long backAt;
    private volatile boolean wasAway;
    private volatile boolean away;

    void wrote(int count, int lost, long lagNanos, long statementNanos) {
        statements.increment();
        states.add(count - lost);
        superseded.add(lost);
        lastLag = lagNanos;
        lastStatement = statementNanos;
        longestLag.accumulateAndGet(lagNanos, Math::max);
    }

    void failed() {
        failures.increment();
        away = true;
    }

    void back() {
        backAt = System.nanoTime();
        wasAway = true;
        away = false;
    }

    void dropped() {
        dropped.increment();
    }

    /** Statements that wrote states. */
    public long statements() {
        return statements.sum();
    }

    /** States written. */
    public long states() {
        return states.sum();
    }

    /** States that were not written because somebody else holds the call. */
    public long superseded() {
        return superseded.sum();
    }

    /** Statements that failed. */
    public long failures() {
        return failures.sum();
    }

    /** States that there was no room for. */
    public long droppedStates() {
        return dropped.sum();
    }

    /** From a change to its commit, the oldest of the last statement, in microseconds. */
    public long lastLagMicros() {
        return lastLag / 1_000;
    }

    /** The longest of these since it was asked for last, in microseconds. */
    public long takeLongestLagMicros() {
        return longestLag.getAndSet(0) / 1_000;
    }

    /** How long the last statement took, in microseconds. */
    public long lastStatementMicros() {
        return lastStatement / 1_000;
    }

    /** Whether the database did not answer when states were to be saved last. */
    public boolean away() {
        return away;
    }

    /** Seconds since the database came back after it had been away; empty where it has never been. */
    OptionalLong secondsSinceBack() {
        return wasAway ? OptionalLong.of((System.nanoTime() - backAt) / 1_000_000_000L) : OptionalLong.empty();
    }
}
