package io.arcline.hotline.line;

import io.arcline.hotline.Edition;
import io.arcline.hotline.Hotline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Shani's lines in one language, read from {@code io/arcline/hotline/<language>/lines.properties}. Immutable; every
 * line of {@link Line} is there, or it would not have loaded.
 */
public final class Lines {
    private static final String SENTENCE_ENDS = ".?:";

    private final String language;
    private final String version;
    private final Map<Line, List<String>> texts = new EnumMap<>(Line.class);
    private final Map<Line, Boolean> interruptible = new EnumMap<>(Line.class);
    private final Map<Line, Boolean> preemptible = new EnumMap<>(Line.class);
    private final Map<WordList, List<String>> lists = new EnumMap<>(WordList.class);

    private Lines(LinesFile file) {
        language = file.language();
        version = Edition.of(file.entries());
        var entries = file.entries();
        for (Line line : Line.values()) {
            texts.put(line, List.copyOf(Proofreading.variants(line, entries)));
            interruptible.put(line, Boolean.valueOf(entries.getOrDefault(line.key() + ".interruptible", "true")));
            preemptible.put(line, Boolean.valueOf(entries.get(line.key() + ".preemptible")));
        }
        for (WordList list : WordList.values()) {
            lists.put(
                    list,
                    Arrays.stream(entries.get(list.key()).split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }

    /**
     * The lines of every language that {@code languages.txt} names, the default language first.
     *
     * @throws BrokenLines with the mistakes of all the files
     */
    public static Map<String, Lines> loadAll() {
        return loadAll(LinesFile::read);
    }

    /**
     * The same, where the files of a folder take the place of ours line by line.
     *
     * @param folder may have {@code <language>/lines.properties}
     * @throws BrokenLines with the mistakes of all the files
     */
    public static Map<String, Lines> loadAll(Path folder) {
        return loadAll(language -> LinesFile.read(language, folder));
    }

    private static Map<String, Lines> loadAll(Function<String, LinesFile> files) {
        Map<String, Lines> all = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (String language : LinesFile.languages()) {
            try {
                all.put(language, of(files.apply(language)));
            } catch (BrokenLines e) {
                mistakes.addAll(e.mistakes());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BrokenLines(mistakes);
        }
        return all;
    }

    /** The languages there are lines for, the default one first. */
    public static List<String> languages() {
        return LinesFile.languages();
    }

    /**
     * The lines of one language.
     *
     * @param language the name of its folder, a primary language subtag such as {@code en}
     * @throws BrokenLines with every mistake in the file
     */
    public static Lines load(String language) {
        return of(LinesFile.read(language));
    }

    static Lines of(LinesFile file) {
        List<String> mistakes = Proofreading.mistakesOf(file);
        if (!mistakes.isEmpty()) {
            throw new BrokenLines(mistakes);
        }
        return new Lines(file);
    }

    /** The language of these lines. */
    public String language() {
        return language;
    }

    /** Changes with every wording. */
    public String version() {
        return version;
    }

    /**
     * A line without placeholders. The same turn gives the same wording.
     *
     * @param turn how many answers the caller has had; decides between wordings of the same line
     */
    public Wording say(Line line, int turn) {
        return say(line, turn, Map.of());
    }

    /**
     * A line, its placeholders filled in.
     *
     * @param values what to put in for each placeholder; words of others must be {@link Speakable} already
     */
    public Wording say(Line line, int turn, Map<String, String> values) {
        List<String> variants = texts.get(line);
        String text = variants.get(spread(turn) % variants.size());
        return new Wording(fill(text, values), interruptible.get(line), preemptible.get(line));
    }

    /** What Shani calls a hotline; not for the menu, which has no name. */
    public String name(Hotline hotline) {
        Line name = switch (hotline) {
            case EXTRACTION -> Line.EXTRACTION_NAME;
            case LOOT -> Line.LOOT_NAME;
            case SCRAPPY -> Line.SCRAPPY_NAME;
            case SUBMIT_INTEL -> Line.SUBMIT_NAME;
            case LISTEN_INTEL -> Line.LISTEN_NAME;
            case MENU -> throw new IllegalArgumentException("The menu is not offered by name");
        };
        return texts.get(name).getFirst();
    }

    /** The words of a list, in the order of the file. */
    public List<String> words(WordList list) {
        return lists.get(list);
    }

    /**
     * All at once, so that nothing inside a value is taken for a placeholder; with a capital where a sentence begins.
     */
    private static String fill(String text, Map<String, String> values) {
        int open = text.indexOf('{');
        if (open < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 64);
        int copied = 0;
        for (; open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            String value = close < 0 ? null : values.get(text.substring(open + 1, close));
            if (value != null) {
                filled.append(text, copied, open).append(beginsSentence(text, open) ? capitalised(value) : value);
                copied = close + 1;
            }
        }
        return filled.append(text, copied, text.length()).toString();
    }

    private static boolean beginsSentence(String text, int place) {
        return place == 0
                || place > 1 && text.charAt(place - 1) == ' ' && SENTENCE_ENDS.indexOf(text.charAt(place - 2)) >= 0;
    }

    private static String capitalised(String value) {
        int first = value.isEmpty() ? 0 : value.offsetByCodePoints(0, 1);
        return value.substring(0, first).toUpperCase(Locale.ROOT) + value.substring(first);
    }

    /** Conversations go round in twos and threes; without this they would hear the same wording each time round. */
    private static int spread(int turn) {
        return (turn * 0x9E3779B1) >>> 24;
    }
}
