package io.arcline.assistant;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows words that Shani would never say, such as "an AI language model": they mean that the model has left the persona, or was
 * talked out of it. Immutable.
 */
final class PersonaGuard {
    private static final Pattern BETWEEN = Pattern.compile("[\\s*_`\"-]+");
    private static final int LONGEST = 80;
    private final List<String> telltales;

    /** What the beginning of a text is. */
    enum Verdict {
        HERS,
        /** More of the text will tell. */
        OPEN,
        LOST
    }

    /** @param telltales phrases in lower case with one space between words */
    PersonaGuard(List<String> telltales) {
        this.telltales = List.copyOf(telltales);
    }

    /**
     * Judges a text from the beginning of a word on.
     *
     * @param whole whether nothing will follow
     */
    Verdict of(CharSequence text, boolean whole) {
        String plain = BETWEEN.matcher(text.subSequence(0, Math.min(text.length(), LONGEST)))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        Verdict verdict = Verdict.HERS;
        for (String telltale : telltales) {
            if (plain.startsWith(telltale)) {
                boolean ends = plain.length() > telltale.length();
                if (ends ? !Character.isLetter(plain.charAt(telltale.length())) : whole) {
                    return Verdict.LOST;
                }
                verdict = ends ? verdict : Verdict.OPEN;
            } else if (telltale.startsWith(plain) && !whole) {
                verdict = Verdict.OPEN;
            }
        }
        return verdict;
    }
}
