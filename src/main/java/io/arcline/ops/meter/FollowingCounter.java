package io.arcline.ops.meter;

import java.util.function.LongSupplier;
import org.eclipse.microprofile.metrics.Counter;

/** A counter that follows a number which is counted elsewhere and never falls: MicroProfile Metrics has none that reads one. */
final class FollowingCounter {
    private final Counter counter;
    private final LongSupplier source;
    private long seen;

    FollowingCounter(Counter counter, LongSupplier source) {
        this.counter = counter;
        this.source = source;
    }

    void tick() {
        long now = source.getAsLong();
        if (now > seen) {
            counter.inc(now - seen);
            seen = now;
        }
    }
}
