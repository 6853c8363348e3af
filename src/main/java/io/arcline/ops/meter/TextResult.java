package io.arcline.ops.meter;

import io.arcline.hotline.dialog.Outcome;
import java.util.Locale;

/** What became of a text message. */
enum TextResult {
    SENT,
    NO_NUMBER,
    FAILED;

    static TextResult of(Outcome outcome) {
        if (outcome instanceof Outcome.TextSent) {
            return SENT;
        }
        return outcome instanceof Outcome.NoTextNumber ? NO_NUMBER : FAILED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
