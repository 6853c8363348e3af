package io.arcline.hotline.phrasebook;

import io.arcline.hotline.Edition;
import io.arcline.hotline.line.BrokenLines;
import io.arcline.hotline.line.Lines;
import io.arcline.hotline.meaning.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything that the hotline says and understands, in every language that it speaks. Immutable. */
public final class Phrasebook {
    private final Map<String, Lines> lines;
    private final Map<String, Vocabulary> vocabularies;

    private Phrasebook(Map<String, Lines> lines, Map<String, Vocabulary> vocabularies) {
        this.lines = Collections.unmodifiableMap(lines);
        this.vocabularies = Collections.unmodifiableMap(vocabularies);
    }

    /**
     * The words that the hotline comes with.
     *
     * @throws BrokenPhrasebook with every mistake in them
     */
    public static Phrasebook ours() {
        return read(Lines::loadAll, Vocabulary::load);
    }

    /**
     * Ours with those of a folder in their place: line by line, and key by key of the vocabularies.
     *
     * @param folder may have {@code <language>/lines.properties} and {@code <language>/vocabulary.properties} of the
     *     languages that the hotline speaks
     * @throws BrokenPhrasebook with every mistake in these files
     */
    public static Phrasebook with(Path folder) {
        return read(() -> Lines.loadAll(folder), language -> Vocabulary.load(language, folder));
    }

    private static Phrasebook read(Supplier<Map<String, Lines>> allLines, Function<String, Vocabulary> vocabulary) {
        List<String> mistakes = new ArrayList<>();
        Map<String, Lines> lines = new LinkedHashMap<>();
        try {
            lines.putAll(allLines.get());
        } catch (BrokenLines broken) {
            mistakes.addAll(broken.mistakes());
        }
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        for (String language : Lines.languages()) {
            try {
                vocabularies.put(language, vocabulary.apply(language));
            } catch (IllegalArgumentException broken) {
                mistakes.add(language + "/vocabulary.properties: "
                        + broken.getMessage().replaceAll("\\s*\\R\\s*", "; "));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BrokenPhrasebook(mistakes);
        }
        return new Phrasebook(lines, vocabularies);
    }

    /** As primary language subtags, the default one first. */
    public Set<String> languages() {
        return lines.keySet();
    }

    /** What Shani says in one of the languages. */
    public Lines lines(String language) {
        return lines.get(language);
    }

    /** What she understands in it. */
    public Vocabulary vocabulary(String language) {
        return vocabularies.get(language);
    }

    /** Changes with every wording of every language. */
    public String linesVersion() {
        return Edition.of(versions(lines, Lines::version));
    }

    /** Changes with every word that is understood in any language. */
    public String vocabularyVersion() {
        return Edition.of(versions(vocabularies, Vocabulary::version));
    }

    private static <T> Map<String, String> versions(Map<String, T> byLanguage, Function<T, String> version) {
        return byLanguage.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> version.apply(entry.getValue())));
    }
}
