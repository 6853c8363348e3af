package io.arcline.hotline.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a caller's words Shani says back to them: "I'm at the dam." becomes "the dam". */
public final class Readback {
    private static final int MOST_CHARACTERS = 60;

    /** What may stand before the first word and behind the last one. */
    private static final String MARGIN = " \t\n\u000b\f\r,;:.!?-";

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
            int longest = 0;
            for (String opening : openings) {
                if (opening.length() > longest && begins(lower, opening)) {
                    longest = opening.length();
                }
            }
            again = longest > 0;
            heart = again ? bare(heart.substring(longest)) : heart;
        }
        return heart.isEmpty() ? words.strip() : heart;
    }

    /** The heart, fit to be spoken; empty where it is too long to be said back. */
    public static Optional<String> of(String words, List<String> openings) {
        String spoken = Speakable.clean(heart(words, openings), 2 * MOST_CHARACTERS);
        return spoken.isEmpty() || spoken.length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(bare(spoken));
    }

    private static String bare(String words) {
        String straight = words.replace('\u2019', '\'');
        int from = 0;
        int to = straight.length();
        while (from < to && MARGIN.indexOf(straight.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && MARGIN.indexOf(straight.charAt(to - 1)) >= 0) {
            to--;
        }
        return straight.substring(from, to);
    }

    private static boolean begins(String lower, String opening) {
        return lower.length() > opening.length()
                && (lower.charAt(opening.length()) == ' ' || lower.charAt(opening.length()) == ',')
                && lower.startsWith(opening);
    }
}
