package io.arcline.hotline.line;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a caller's words Shani says back to them: "I'm at the dam." becomes "the dam". */
public final class Readback {
    private static final int MOST_CHARACTERS = 60;

    private Readback() {}

    /**
     * The heart of an utterance.
     *
     * @param words what the caller said
     * @param openings how callers begin before they come to the point, in lower case
     * @return the words without an opening and without the stop at the end; all of them where nothing else is left
     */
    public static String heart(String words, List<String> openings) {
        String heart = bare(words);
        for (boolean again = true; again; ) {
            String lower = heart.toLowerCase(Locale.ROOT);
            Optional<String> opening = openings.stream()
                    .filter(candidate -> lower.startsWith(candidate + " ") || lower.startsWith(candidate + ","))
                    .max(Comparator.comparingInt(String::length));
            again = opening.isPresent();
            heart = bare(heart.substring(opening.map(String::length).orElse(0)));
        }
        return heart.isEmpty() ? words.strip() : heart;
    }

    /** The heart, fit to be spoken; empty where it is too long to be said back. */
    public static Optional<String> of(String words, List<String> openings) {
        String spoken = Speakable.clean(heart(words, openings), 2 * MOST_CHARACTERS);
        return spoken.isEmpty() || spoken.length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(bare(spoken));
    }

    private static String bare(String words) {
        return words.replace('\u2019', '\'').replaceAll("^[\\s,;:.!?-]+|[\\s,;:.!?-]+$", "");
    }
}
