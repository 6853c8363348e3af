package io.arcline.assistant;

import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.Talk;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Answers by a language model: what is known of common items at once, what was looked up lately out of a cache, everything else from
 * the model while it writes. Thread-safe.
 */
public final class ModelAssistant implements Assistant {
    private static final System.Logger LOG = System.getLogger(ModelAssistant.class.getName());
    private static final Telling.Limits PATIENCE =
            new Telling.Limits(Duration.ofSeconds(6), Duration.ofSeconds(3), Duration.ofSeconds(12));
    private static final Duration CACHED = Duration.ofHours(6);
    private static final int MOST_CACHED = 2_000;

    private final LanguageModel model;
    private final ByLanguage<Briefing> briefings;
    private final ByLanguage<KnownItems> items;
    private final AnswerCache cache = new AnswerCache(MOST_CACHED, CACHED, System::nanoTime);
    private final Budget budget;
    private final Telling.Limits patience;

    /**
     * @param languages that the hotline speaks, "en" among them
     * @param perCall how many questions of one call the model is asked
     * @param perCaller the same of one number and hour
     */
    ModelAssistant(LanguageModel model, Set<String> languages, int perCall, int perCaller) {
        this(model, languages, perCall, perCaller, PATIENCE);
    }

    ModelAssistant(LanguageModel model, Set<String> languages, int perCall, int perCaller, Telling.Limits patience) {
        this.model = model;
        this.briefings = ByLanguage.of(languages, Briefing::load);
        this.items = ByLanguage.of(languages, KnownItems::load);
        this.budget = new Budget(perCall, perCaller);
        this.patience = patience;
    }

    @Override
    public Answer answer(Question question, Talk talk, Hearer hearer) {
        Optional<String> known = known(question);
        if (known.isPresent()) {
            return ScriptedAssistant.told(known.get(), hearer);
        }
        return budget.take(talk) ? asked(question, talk, hearer) : new Answer("", End.SPENT);
    }

    private Optional<String> known(Question question) {
        return switch (question) {
            case Question.Item item ->
                items.in(item.language()).of(item.words()).or(() -> cache.get(key(item)));
            case Question.Anything anything -> Optional.empty();
        };
    }

    private static String key(Question.Item item) {
        return item.language() + " " + KnownItems.plain(item.words());
    }

    private Answer asked(Question question, Talk talk, Hearer hearer) {
        Briefing briefing = briefings.in(question.language());
        Telling telling = new Telling(new SpeechFilter(briefing), hearer, patience);
        ModelFailedException failure = null;
        try {
            model.write(prompt(briefing, question, talk), telling);
        } catch (ModelFailedException failed) {
            failure = failed;
        }
        if (hearer.isGone()) {
            return new Answer(telling.told(), End.LEFT);
        }
        telling.finish();
        if (failure == null && telling.lostPersona()) {
            failure = new ModelFailedException("left its part", null);
        }
        if (failure == null && telling.told().isEmpty()) {
            failure = new ModelFailedException("said nothing", null);
        }
        if (failure == null) {
            if (question instanceof Question.Item item) {
                cache.put(key(item), telling.told());
            }
            return new Answer(telling.told(), End.WHOLE);
        }
        if (telling.told().isEmpty()) {
            throw new ErrandFailedException("the assistant " + failure.getMessage(), failure);
        }
        LOG.log(System.Logger.Level.WARNING, "The assistant {0}, call {1}", failure.getMessage(), talk.sid());
        return new Answer(telling.told(), End.CUT);
    }

    private static LanguageModel.Prompt prompt(Briefing briefing, Question question, Talk talk) {
        var data = Json.createObjectBuilder();
        String task = switch (question) {
            case Question.Item item -> {
                data.add("item", item.words());
                yield briefing.item();
            }
            case Question.Anything anything -> {
                JsonArrayBuilder earlier = Json.createArrayBuilder();
                talk.earlier()
                        .forEach(said -> earlier.add(
                                Json.createObjectBuilder().add(said.byCaller() ? "caller" : "shani", said.words())));
                data.add("question", anything.words()).add("earlier", earlier);
                yield briefing.anything();
            }
        };
        return new LanguageModel.Prompt(
                briefing.persona() + "\n" + task, data.build().toString(), briefing.temperature(), briefing.tokens());
    }
}
