package io.arcline.ops.meter;

import io.arcline.hotline.dialog.Outcome;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Timer;

/** How long one kind of errand takes, apart for those that work and those that do not. */
final class ErrandMeter {
    private final Timer done;
    private final Timer failed;

    ErrandMeter(Meters meters, ErrandKind kind) {
        done = meters.timer(Metric.ERRAND, kind.label(), "done");
        failed = meters.timer(Metric.ERRAND, kind.label(), "failed");
    }

    void count(Outcome outcome, long nanos) {
        (failed(outcome) ? failed : done).update(Duration.ofNanos(nanos));
    }

    private static boolean failed(Outcome outcome) {
        return outcome instanceof Outcome.Failed
                || outcome instanceof Outcome.NotTexted(var why) && why == Outcome.NotTexted.Why.FAILED
                || outcome instanceof Outcome.Told told && told.end() == Outcome.Told.End.CUT
                || outcome instanceof Outcome.Opinion opinion && opinion.name().isEmpty();
    }
}
