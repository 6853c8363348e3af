package io.arcline.ops.meter;

import io.arcline.hotline.dialog.Turn;
import java.util.Locale;

/** What Shani does when nobody speaks: one step further each time. */
enum SilenceStep {
    ASKED_AGAIN,
    NAMED_KEYS,
    SAID_GOODBYE;

    static SilenceStep of(Turn turn) {
        if (turn.next() instanceof Turn.Next.HangUp) {
            return SAID_GOODBYE;
        }
        return turn.state().silences() <= 1 ? ASKED_AGAIN : NAMED_KEYS;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
