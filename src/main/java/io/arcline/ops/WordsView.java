package io.arcline.ops;

import io.arcline.hotline.phrasebook.Phrasebook;
import io.arcline.ops.mbean.WordsMXBean;
import java.util.List;
import java.util.function.Supplier;

/** The hotline's words, as operators see them. */
record WordsView(Supplier<Phrasebook> words) implements WordsMXBean {
    @Override
    public List<String> getLanguages() {
        return List.copyOf(words.get().languages());
    }

    @Override
    public String getLinesVersion() {
        return words.get().linesVersion();
    }

    @Override
    public String getVocabularyVersion() {
        return words.get().vocabularyVersion();
    }
}
