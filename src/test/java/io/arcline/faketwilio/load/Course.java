package io.arcline.faketwilio.load;

import java.util.concurrent.atomic.AtomicInteger;

/** Where a load stands, for all its threads: calls come in until all are there, then talk, then what they do counts, then it ends. */
final class Course {
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile long talksFrom = Long.MAX_VALUE;
    private volatile long countsFrom = Long.MAX_VALUE;
    private volatile long endsAt = Long.MAX_VALUE;

    /** Sets the times, on the clock of {@link System#nanoTime()}. */
    void set(long talks, long counts, long ends) {
        endsAt = ends;
        countsFrom = counts;
        talksFrom = talks;
    }

    /** Everything ends now, whatever was set. */
    void cut(long now) {
        endsAt = Math.min(endsAt, now);
    }

    long talksFrom() {
        return talksFrom;
    }

    /** Whether a turn that should begin then is measured. */
    boolean counts(long at) {
        return at >= countsFrom && at < endsAt;
    }

    boolean over(long now) {
        return now >= endsAt;
    }

    void connected() {
        connected.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    /** Calls that were greeted, since the start. */
    int greetedCalls() {
        return connected.get();
    }

    int failedCalls() {
        return failed.get();
    }
}
