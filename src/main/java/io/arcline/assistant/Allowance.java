package io.arcline.assistant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often somebody may do something within a time. Remembers as many as there is room for, the oldest go first. Thread-safe. */
final class Allowance {
    private static final int MOST_REMEMBERED = 50_000;

    private final int most;
    private final long windowNanos;
    private final LongSupplier nanos;
    private final Map<String, Used> used = new LinkedHashMap<>();

    private record Used(long since, int times) {}

    /** @param nanos a clock that never goes back, in nanoseconds */
    Allowance(int most, Duration window, LongSupplier nanos) {
        this.most = most;
        this.windowNanos = window.toNanos();
        this.nanos = nanos;
    }

    /** Counts one more; false, and not counted, where that would be too many. */
    synchronized boolean take(String who) {
        long now = nanos.getAsLong();
        Used before = used.get(who);
        if (before == null || now - before.since() >= windowNanos) {
            used.remove(who);
            before = new Used(now, 0);
        }
        if (before.times() >= most) {
            return false;
        }
        used.put(who, new Used(before.since(), before.times() + 1));
        if (used.size() > MOST_REMEMBERED) {
            used.remove(used.keySet().iterator().next());
        }
        return true;
    }
}
