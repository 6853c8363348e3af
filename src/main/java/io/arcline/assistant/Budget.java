package io.arcline.assistant;

import io.arcline.hotline.errand.Talk;
import java.time.Duration;

/** How often a model is asked for one call, and for one caller within an hour. Thread-safe. */
final class Budget {
    /** Longer than any call is, so that a call's questions are counted to its end. */
    private static final Duration CALL = Duration.ofHours(24);

    private static final Duration HOUR = Duration.ofHours(1);

    private final Allowance perCall;
    private final Allowance perCaller;

    /** @param perCaller of one number; callers who withhold theirs have what their call has */
    Budget(int perCall, int perCaller) {
        this.perCall = new Allowance(perCall, CALL, System::nanoTime);
        this.perCaller = new Allowance(perCaller, HOUR, System::nanoTime);
    }

    /** Counts one more; false where that would be too many. */
    boolean take(Talk talk) {
        return perCall.take(talk.sid()) && (talk.caller().isBlank() || perCaller.take(talk.caller()));
    }
}
