package io.arcline.ops.figures;

import io.arcline.call.CallInfo;
import io.arcline.call.CallObserver;
import io.arcline.call.ReplyTimes;
import io.arcline.hotline.Hotline;
import java.util.random.RandomGenerator;

/** Takes down how long callers waited, from the end of their words or the key, for {@link Figures}. Thread-safe. */
public final class CallerWaits implements CallObserver {
    private final AnswerSample firstWords;
    private final AnswerSample answers;

    public CallerWaits(RandomGenerator random) {
        firstWords = new AnswerSample(random);
        answers = new AnswerSample(random);
    }

    @Override
    public void answered(CallInfo call, Hotline hotline, ReplyTimes times) {
        firstWords.add(times.firstWords());
        answers.add(times.answer());
    }

    /** Until callers heard anything, be it only that Shani is looking. */
    public AnswerSample firstWords() {
        return firstWords;
    }

    /** Until callers heard the answer itself. */
    public AnswerSample answers() {
        return answers;
    }
}
