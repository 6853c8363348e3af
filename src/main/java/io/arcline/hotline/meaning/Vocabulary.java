package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one language that mean something to the hotline: read from {@code vocabulary.properties} of that
 * language, which says how to extend it. Never changes after loading: safe for any number of threads.
 */
public final class Vocabulary {
    final String language;
    private final String version;
    final List<String> hints;

    /** Anything that may be heard where a choice is asked for. */
    final PhraseTree<Phrase> phrases = new PhraseTree<>();

    /** What means something else, or anything at all, only after a hotline has finished. */
    final Map<Hotline, PhraseTree<Phrase>> after = new EnumMap<>(Hotline.class);

    final PhraseTree<Phrase> choice = new PhraseTree<>();
    final PhraseTree<Phrase> retry = new PhraseTree<>();
    final PhraseTree<Phrase> which = new PhraseTree<>();

    /** Whole utterances that are an order even where content is asked for. */
    final PhraseTree<Sense> interrupts = new PhraseTree<>();

    /** Exceptions to the interrupts. */
    final Map<Asked.Kind, PhraseTree<Boolean>> kept = new EnumMap<>(Asked.Kind.class);

    final PhraseTree<Boolean> fillers = new PhraseTree<>();
    final PhraseTree<Boolean> requests = new PhraseTree<>();
    final PhraseTree<Boolean> light = new PhraseTree<>();

    /** How sentences begin that tell of others. */
    final PhraseTree<Boolean> stories = new PhraseTree<>();

    final PhraseTree<Boolean> corrections = new PhraseTree<>();
    final Set<String> hesitations = new HashSet<>();
    final Set<String> skipped = new HashSet<>();
    final Set<String> negations = new HashSet<>();
    final Set<String> gap = new HashSet<>();

    /** What may stand between the words of a phrase. */
    final PhraseTree.Between between = new PhraseTree.Between(skipped, gap);

    final Substitutions spellings = new Substitutions();
    final Substitutions misheard = new Substitutions();
    final Sounds sounds;

    /** All words of the phrases, for the near ones: made when everything is read. */
    private final Set<String> allWords = new LinkedHashSet<>();

    private final Set<String> ordinary;
    private NearWords nearWords;

    Vocabulary(String language, String version, List<String> hints, Set<String> ordinary) {
        this.language = language;
        this.version = version;
        this.hints = List.copyOf(hints);
        this.ordinary = ordinary;
        this.sounds = new Sounds(language, ordinary);
        for (Hotline hotline : Hotline.values()) {
            after.put(hotline, new PhraseTree<>());
        }
        for (Asked.Kind kind : Asked.Kind.values()) {
            kept.put(kind, new PhraseTree<>());
        }
    }

    /**
     * Loads the vocabulary of a language and checks it.
     *
     * @param language BCP 47 primary tag, such as "en"
     * @throws IllegalArgumentException where there is none, or naming every mistake in it, one a line
     */
    public static Vocabulary load(String language) {
        try (Reader file = open(language)) {
            return read(language, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the vocabulary of " + language, e);
        }
    }

    /**
     * The same, where a file of a folder takes the place of ours key by key, and a key that ends with {@code +} is
     * added to ours.
     *
     * @param folder may have {@code <language>/vocabulary.properties}
     * @throws IllegalArgumentException as above, and where that file cannot be read
     */
    public static Vocabulary load(String language, Path folder) {
        Path file = folder.resolve(language).resolve("vocabulary.properties");
        if (!Files.exists(file)) {
            return load(language);
        }
        try (Reader ours = open(language);
                Reader changes = Files.newBufferedReader(file)) {
            VocabularyFile changed = new VocabularyFile(ours, changes);
            return new VocabularyReading(language, changed).vocabulary();
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + e, e);
        }
    }

    private static Reader open(String language) {
        String file = "/io/arcline/hotline/" + language + "/vocabulary.properties";
        InputStream in = Vocabulary.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalArgumentException("There is no vocabulary for \"" + language + "\": " + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Reads and checks a vocabulary from anywhere; the reader stays open. */
    static Vocabulary read(String language, Reader file) throws IOException {
        return new VocabularyReading(language, new VocabularyFile(file)).vocabulary();
    }

    /** The language that this is the vocabulary of, as a BCP 47 primary tag. */
    public String language() {
        return language;
    }

    /** Changes with every word. */
    public String version() {
        return version;
    }

    /** Names and key words of the game for speech recognition: the {@code hints} of the TwiML. */
    public List<String> hints() {
        return hints;
    }

    /** A phrase's words become words that others may be near to. */
    void known(List<String> phrase) {
        allWords.addAll(phrase);
    }

    /** To be called once, when every phrase is known. */
    void indexed() {
        nearWords = new NearWords(allWords, ordinary);
    }

    NearWords nearWords() {
        return nearWords;
    }

    /** The words of an utterance as this vocabulary spells them. */
    List<String> words(String text) {
        return spellings.in(Words.of(text));
    }
}
