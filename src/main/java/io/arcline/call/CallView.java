package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;
import java.time.Instant;

/**
 * A call as operators see it: no number and no words.
 *
 * @param hotline one of {@code menu extraction loot scrappy submit-intel listen-intel}
 * @param status {@code live} or {@code ended}
 */
public record CallView(
        String callSid,
        String hotline,
        String step,
        String status,
        int turns,
        Instant startedAt,
        Instant lastActivityAt) {

    static CallView of(Call call, Instant lastActivityAt) {
        DialogState state = call.state();
        return new CallView(
                call.info().callSid(),
                state.hotline().id(),
                state.step().id(),
                call.status() == Call.Status.ENDED ? "ended" : "live",
                state.turns(),
                call.info().startedAt(),
                lastActivityAt);
    }
}
