package io.arcline.call;

import io.arcline.call.saved.Recollection;
import io.arcline.call.saved.SavedCalls;
import io.arcline.hotline.dialog.Heard;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Tells calls that come back where they stood, without making whoever connects them wait. Thread-safe. */
public final class Recalling {
    private static final Duration LOSS = Duration.ofSeconds(3);

    private final SavedCalls saved;
    private final Executor executor;
    private final Fates fates;

    /** @param executor starts a thread for each question: virtual ones, since they block */
    public Recalling(SavedCalls saved, Executor executor, Fates fates) {
        this.saved = saved;
        this.executor = executor;
        this.fates = fates;
    }

    Fates fates() {
        return fates;
    }

    /** Returns at once; the call is told a moment later, or at the latest when the caller's patience is over. */
    void tell(Call call) {
        try {
            executor.execute(() -> tell(call, resumption(call.info().callSid())));
        } catch (RejectedExecutionException stopping) {
            tell(call, new Resumption.Unknown());
        }
    }

    /** Tells a call what is known already. */
    void tell(Call call, Resumption resumption) {
        fates.resumed(resumption);
        call.post(new CallEvent.Resumed(resumption));
    }

    /** When an answer was heard that was given so long ago: with what the carrier needs to begin, and to tell of the loss. */
    private static Duration spoken(String answer) {
        return Duration.ofNanos(CallTimes.speakingNanos(answer.length())).plus(LOSS);
    }

    private Resumption resumption(String callSid) {
        try {
            return switch (saved.of(callSid)) {
                case Recollection.Known(var state, boolean behind, Duration age) -> {
                    Standing standing = StandingJson.read(state.state());
                    boolean answered = age.compareTo(spoken(standing.dialog().lastAnswer())) > 0;
                    var missing = behind ? Heard.Resumed.Missing.LAST_TURNS : Heard.Resumed.Missing.NOTHING;
                    yield new Resumption.Known(standing, state.generation(), new Heard.Resumed(missing, answered));
                }
                case Recollection.Unknown() -> new Resumption.Unknown();
            };
        } catch (IllegalArgumentException ofAnotherVersion) {
            System.getLogger(Recalling.class.getName())
                    .log(System.Logger.Level.WARNING, "call {0}: its state cannot be read", callSid);
            return new Resumption.Unknown();
        }
    }
}
