package io.arcline.assistant;

import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.SecondOpinion;
import io.arcline.hotline.errand.Talk;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Asks a language model what a caller meant. Answers within 700 ms, or not at all; so it does while too many others are waiting, and
 * where a call or a caller has had as many opinions as one may. Of what the model writes only one of the names counts. Thread-safe.
 */
final class ModelOpinion implements SecondOpinion {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_TOKENS = 16;

    /** Characters; longer than any name. */
    private static final int MOST_WRITTEN = 64;

    private static final String NAMES = "{names}";

    private final LanguageModel model;
    private final Budget budget;
    private final Duration patience;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final String instructions = instructions();

    ModelOpinion(LanguageModel model, Budget budget) {
        this(model, budget, PATIENCE);
    }

    ModelOpinion(LanguageModel model, Budget budget, Duration patience) {
        this.model = model;
        this.budget = budget;
        this.patience = patience;
    }

    @Override
    public Optional<String> of(String utterance, List<String> names, Talk talk) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        Writing writing = new Writing(patience);
        try {
            if (!budget.take(talk)) {
                return Optional.empty();
            }
            model.write(question(utterance, names), writing);
            return Optional.of(writing.text.toString().strip().toLowerCase(Locale.ROOT))
                    .filter(names::contains);
        } catch (ModelFailedException failed) {
            if (writing.isLate()) {
                return Optional.empty();
            }
            throw new ErrandFailedException("the assistant " + failed.getMessage(), failed);
        } finally {
            free.release();
        }
    }

    /** The caller's words are a string in JSON: whatever they say, they end where the string ends. */
    private LanguageModel.Prompt question(String utterance, List<String> names) {
        return new LanguageModel.Prompt(
                instructions.replace(NAMES, String.join(", ", names)),
                Json.createObjectBuilder().add("utterance", utterance).build().toString(),
                0,
                MOST_TOKENS);
    }

    private static String instructions() {
        try (InputStream in = ModelOpinion.class.getResourceAsStream("second-opinion.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the model writes, until the time is up or it writes more than a name. */
    private static final class Writing implements LanguageModel.Reader {
        private final StringBuilder text = new StringBuilder();
        private final long until;

        Writing(Duration patience) {
            until = System.nanoTime() + patience.toNanos();
        }

        @Override
        public boolean take(String token) {
            text.append(token);
            return text.length() <= MOST_WRITTEN;
        }

        @Override
        public Duration patience() {
            return Duration.ofNanos(until - System.nanoTime());
        }

        @Override
        public void onGone(Runnable stop) {
            // Nobody leaves: the time is short.
        }

        boolean isLate() {
            return until - System.nanoTime() <= 0;
        }
    }
}
