package io.arcline.assistant;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Answers to what was asked lately: so many at most, and none older than it may be. Thread-safe. */
final class AnswerCache {
    private final int most;
    private final long ageNanos;
    private final LongSupplier nanos;
    private final Map<String, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept(String answer, long since) {}

    /** @param nanos a clock that never goes back, in nanoseconds */
    AnswerCache(int most, Duration age, LongSupplier nanos) {
        this.most = most;
        this.ageNanos = age.toNanos();
        this.nanos = nanos;
    }

    synchronized Optional<String> get(String question) {
        Kept kept = answers.get(question);
        if (kept != null && nanos.getAsLong() - kept.since() >= ageNanos) {
            answers.remove(question);
            return Optional.empty();
        }
        return Optional.ofNullable(kept).map(Kept::answer);
    }

    synchronized void put(String question, String answer) {
        answers.put(question, new Kept(answer, nanos.getAsLong()));
        if (answers.size() > most) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
