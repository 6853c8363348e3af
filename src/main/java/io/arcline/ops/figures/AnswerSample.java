package io.arcline.ops.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long callers waited since it was last asked: as many of the times as CloudWatch takes in one line, each wait as
 * likely among them as any other. Thread-safe.
 */
public final class AnswerSample {
    /** The most values of one metric that CloudWatch reads from a line (its embedded metric format). */
    static final int MOST = 100;

    private final RandomGenerator random;
    private final List<Double> millis = new ArrayList<>(MOST);
    private long seen;

    public AnswerSample(RandomGenerator random) {
        this.random = random;
    }

    /** One more wait. */
    public synchronized void add(long nanos) {
        double value = nanos / 1_000_000.0;
        seen++;
        if (millis.size() < MOST) {
            millis.add(value);
        } else {
            long place = random.nextLong(seen);
            if (place < MOST) {
                millis.set((int) place, value);
            }
        }
    }

    /** The times in milliseconds, and begins anew. */
    public synchronized List<Double> take() {
        List<Double> taken = List.copyOf(millis);
        millis.clear();
        seen = 0;
        return taken;
    }
}
