package io.arcline.assistant;

import java.util.Locale;

/**
 * Knows what at the beginning of a text is markup. Each method returns how many characters that takes: 0 for as long as more of the text
 * is needed to tell.
 */
final class Markup {
    private static final String THINKING = "<think>";
    private static final String THOUGHT = "</think>";
    private static final String[] SCHEMES = {"http", "https", "www", "mailto"};
    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_BRACKET = 300;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_DIGITS = 3;

    private Markup() {}

    /** The mark of a list's item or a heading, with the space after it; -1 for none. */
    static int listMarker(CharSequence text, boolean whole) {
        int at = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at < MOST_DIGITS) {
            at++;
        }
        if (at == text.length()) {
            return whole ? -1 : 0;
        }
        if ((at > 0 ? ".)" : "-*\u2022\u2013#").indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        if (at + 1 == text.length()) {
            return whole ? -1 : 0;
        }
        if (Character.isWhitespace(text.charAt(at + 1))) {
            return at + 2;
        }
        return text.charAt(at) == '#' ? 1 : -1;
    }

    /** A tag; all that a model thinks aloud; or what only looks like the beginning of a tag. */
    static int tag(StringBuilder held, boolean whole) {
        String text = held.toString();
        if (text.startsWith(THINKING)) {
            int end = text.indexOf(THOUGHT);
            if (end >= 0) {
                return end + THOUGHT.length();
            }
            return whole ? text.length() : 0;
        }
        int end = text.indexOf('>');
        if (end > 0 && end <= LONGEST_TAG) {
            return end + 1;
        }
        boolean maybe = text.length() == 1 || Character.isLetter(text.charAt(1)) || "/!".indexOf(text.charAt(1)) >= 0;
        return maybe && text.length() <= LONGEST_TAG && !whole ? 0 : 1;
    }

    /** A citation such as [1]; or the bracket before the words of [words](address), of which then only the words are left. */
    static int bracket(StringBuilder text, boolean whole) {
        int end = text.indexOf("]");
        if (end < 0) {
            return text.length() <= LONGEST_BRACKET && !whole ? 0 : 1;
        }
        if (text.substring(1, end).matches("[\\d\\s,;^\u2013-]*")) {
            return end + 1;
        }
        if (end + 1 == text.length() && !whole) {
            return 0;
        }
        if (end + 1 < text.length() && text.charAt(end + 1) == '(') {
            int close = closing(text, end + 1);
            if (close < 0 && text.length() <= LONGEST_LINK && !whole) {
                return 0;
            }
            text.delete(end, close < 0 ? text.length() : close + 1);
        } else {
            text.deleteCharAt(end);
        }
        return 1;
    }

    /** Whether a word begins an address, or may when it is not whole yet. */
    static boolean isScheme(String word, boolean whole) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String scheme : SCHEMES) {
            if (whole ? scheme.equals(lower) : scheme.startsWith(lower)) {
                return true;
            }
        }
        return false;
    }

    /** Where the parenthesis that opens here closes; -1 where it does not yet. */
    private static int closing(CharSequence text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
