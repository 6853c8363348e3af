package io.arcline.ops.meter;

import io.arcline.hotline.dialog.Outcome;
import java.util.Locale;

/** What became of a text message. */
enum TextResult {
    SENT,
    WITHHELD,
    CANNOT_RECEIVE,
    OPTED_OUT,
    UNSURE,
    FAILED;

    static TextResult of(Outcome outcome) {
        if (outcome instanceof Outcome.TextSent) {
            return SENT;
        }
        return outcome instanceof Outcome.NotTexted(var why) ? valueOf(why.name()) : FAILED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
