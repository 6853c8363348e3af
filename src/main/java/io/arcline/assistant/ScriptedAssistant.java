package io.arcline.assistant;

import io.arcline.hotline.errand.Assistant;
import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.Talk;
import java.util.Set;

/** The assistant where no language model is configured: what is known of common items, and an honest line for everything else. */
public final class ScriptedAssistant implements Assistant {
    private final ByLanguage<KnownItems> items;

    /** @param languages that the hotline speaks, "en" among them */
    public ScriptedAssistant(Set<String> languages) {
        items = ByLanguage.of(languages, KnownItems::load);
    }

    @Override
    public Answer answer(Question question, Talk talk, Hearer hearer) {
        return switch (question) {
            case Question.Item item -> told(items.in(item.language()).ofAnyIn(item.words()), hearer);
            case Question.Anything anything -> throw new ErrandFailedException("there is no assistant", null);
        };
    }

    static Answer told(String text, Hearer hearer) {
        return new Answer(text, hearer.hear(text) ? End.WHOLE : End.LEFT);
    }
}
