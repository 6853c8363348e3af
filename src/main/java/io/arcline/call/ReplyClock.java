package io.arcline.call;

import io.arcline.hotline.Hotline;
import java.util.Optional;

/** Measures how long the caller waits for the reply to what was said. Not thread-safe; belongs to one call. */
final class ReplyClock {
    private static final long NOT_YET = Long.MIN_VALUE;

    private Hotline hotline;
    private long asked = NOT_YET;
    private long firstWords = NOT_YET;
    private long answer = NOT_YET;

    /** The caller has spoken or pressed a key in this hotline. */
    void asked(Hotline where, long now) {
        hotline = where;
        asked = now;
        firstWords = NOT_YET;
        answer = NOT_YET;
    }

    /** Words were sent that only fill the time until the answer. */
    void filled(long now) {
        if (firstWords == NOT_YET) {
            firstWords = now;
        }
    }

    /** Words of the answer were sent, and more will follow. */
    void answering(long now) {
        filled(now);
        if (answer == NOT_YET) {
            answer = now;
        }
    }

    /** The answer is complete. Empty where it answers nothing that the caller said, such as silence. */
    Optional<ReplyTimes> answered(long now) {
        if (asked == NOT_YET) {
            return Optional.empty();
        }
        answering(now);
        var times = new ReplyTimes(firstWords - asked, answer - asked, now - asked);
        asked = NOT_YET;
        return Optional.of(times);
    }

    /** Where the caller was who is being answered. */
    Hotline hotline() {
        return hotline;
    }
}
