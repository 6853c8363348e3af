package io.arcline.hotline.line;

import java.util.regex.Pattern;

/** Makes words that Shani did not write fit to be spoken by her. */
public final class Speakable {
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern LINKED = Pattern.compile("\\[([^\\[\\]]*)\\]\\([^()]*\\)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S*");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\d+\\]");
    private static final Pattern MARKUP = Pattern.compile("[*_#`~<>\\[\\]{}|\\\\^]|(?<=^|\\n) *[-•] +");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{So}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");
    private static final Pattern LOOSE_STOP = Pattern.compile(" +([.,;:!?])");

    private Speakable() {}

    /**
     * The words without markup, addresses, emoji and control characters, on one line, not longer than the limit.
     *
     * @param text anybody's words
     * @param limit the most characters; what is longer ends at the last sentence that fits, or else at the last word
     * @return "" where nothing is left to say
     */
    public static String clean(String text, int limit) {
        String clean = isClean(text) ? text : cleaned(text);
        if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        return clean.length() <= limit ? clean : shorten(clean, limit);
    }

    /** Words, one space between them, and stops right behind them: so most callers' words come, and nothing is to be done. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = Character.isLetterOrDigit(c)
                    ? !isW(c) || !isW(before)
                    : c == '\'' || before != ' ' && (c == ' ' || c == '.' || c == ',' || c == '!' || c == '?');
            if (!fits) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** Two of them may be the beginning of an address. */
    private static boolean isW(char c) {
        return c == 'w' || c == 'W';
    }

    private static String cleaned(String text) {
        String clean = ADDRESS.matcher(LINKED.matcher(text).replaceAll("$1")).replaceAll(" ");
        clean = MARKUP.matcher(
                        FOOTNOTE.matcher(TAG.matcher(clean).replaceAll(" ")).replaceAll(""))
                .replaceAll(" ");
        clean = SPACES.matcher(INVISIBLE.matcher(clean).replaceAll(" ")).replaceAll(" ");
        return LOOSE_STOP.matcher(clean).replaceAll("$1").strip();
    }

    /** The words as a sentence: with a full stop where they end without one. */
    public static String sentence(String clean) {
        return clean.isEmpty() || clean.matches("(?s).*[.!?…]") ? clean : clean.replaceAll("[,;: -]+$", "") + ".";
    }

    /** The whole sentences of words that may end in the middle of one; all of them, as a sentence, where none is whole. */
    public static String sentences(String clean) {
        int stop = Math.max(clean.lastIndexOf(". "), Math.max(clean.lastIndexOf("! "), clean.lastIndexOf("? ")));
        return stop < 0 || clean.matches("(?s).*[.!?…]") ? sentence(clean) : clean.substring(0, stop + 1);
    }

    private static String shorten(String text, int limit) {
        String head = text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
        int stop = Math.max(head.lastIndexOf(". "), Math.max(head.lastIndexOf("! "), head.lastIndexOf("? ")));
        if (stop > limit / 2) {
            return head.substring(0, stop + 1);
        }
        int space = head.lastIndexOf(' ');
        return space > 0 ? head.substring(0, space) : head;
    }
}
