package io.arcline.assistant;

import java.util.Locale;

/**
 * Makes what a model writes fit to be spoken, while it is being written: no markup, links, addresses, citations, telephone
 * numbers, or words that give the persona up; numbers as they are said. Wherever the text is cut into tokens, the same comes out.
 * Every token is let through as far as what it begins cannot turn out to be one of those. For one answer; not thread-safe.
 */
final class SpeechFilter {
    private static final String THINKING = "<think>";
    private static final String THOUGHT = "</think>";
    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_BRACKET = 300;
    private static final int LONGEST_LINK = 2_000;

    private final Speech speech;
    private final PersonaGuard persona;
    private final SpokenNumbers numbers;
    private final String and;
    private final String about;
    private final String percent;
    private final StringBuilder held = new StringBuilder();
    private boolean ending;
    private boolean midWord;
    private boolean lost;
    private boolean lineStart = true;
    private boolean linking;
    private char linkEnd = ' ';

    SpeechFilter(Briefing briefing) {
        this.speech = new Speech(briefing.sentences(), briefing.characters());
        this.persona = new PersonaGuard(briefing.telltales());
        this.numbers = new SpokenNumbers(briefing);
        this.and = briefing.and();
        this.about = briefing.about();
        this.percent = briefing.percent();
    }

    /** What can be said now that this has been written, "" for nothing yet. */
    String feed(String token) {
        held.append(token);
        return drain();
    }

    /** What is left to say at the end of the text. */
    String end() {
        ending = true;
        String rest = drain();
        speech.stop();
        return rest + speech.take();
    }

    /** Whether nothing more will come of the text: it is long enough, or it gave the persona up. */
    boolean isDone() {
        return speech.isLongEnough() || lost;
    }

    /** Whether the text said what Shani never would. What comes before that may have been spoken. */
    boolean lostPersona() {
        return lost;
    }

    private String drain() {
        while (!held.isEmpty() && !isDone()) {
            int used = step(held.charAt(0));
            if (used == 0) {
                break;
            }
            held.delete(0, used);
        }
        return speech.take();
    }

    /** How many characters were dealt with; 0 when it takes more of the text to tell what they are. */
    private int step(char first) {
        if (linking) {
            return link(first);
        }
        if (first == '\n' || first == '\r') {
            midWord = false;
            speech.newLine();
            lineStart = true;
            return 1;
        }
        if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
            midWord = false;
            speech.space();
            return 1;
        }
        if (lineStart) {
            int marker = listMarker();
            if (marker != 0) {
                return Math.max(marker, 0);
            }
            lineStart = false;
        }
        if (Character.isDigit(first) || first == '+' || first == '(' && digitAt(1)) {
            return number();
        }
        if (Character.isLetter(first)) {
            return word();
        }
        midWord = false;
        return switch (first) {
            case '<' -> tag();
            case '[' -> bracket();
            case '(' -> parenthesis();
            case '@' -> beginLink(1);
            case '&' -> {
                speech.space();
                speech.words(and);
                speech.space();
                yield 1;
            }
            case '.' -> stop();
            case '~' -> approximately();
            case '-', '\u2013', '\u2014' -> {
                speech.dash();
                yield 1;
            }
            default -> other(first);
        };
    }

    private int other(char first) {
        if (Character.isHighSurrogate(first)) {
            return held.length() > 1 ? 2 : ending ? 1 : 0;
        }
        if (",;:!?\u2026".indexOf(first) >= 0) {
            speech.punctuation(first);
        } else if ("'\u2019)/\u20ac$\u00b0".indexOf(first) >= 0) {
            speech.words(String.valueOf(first));
        } else if (first == '%') {
            speech.space();
            speech.words(percent);
        } else if ("_|".indexOf(first) >= 0) {
            speech.space();
        }
        return 1;
    }

    /** A full stop; or the middle of an address such as example.com. */
    private int stop() {
        if (held.length() == 1 && !ending) {
            return 0;
        }
        boolean inAddress = held.length() > 1 && Character.isLowerCase(held.charAt(1)) && speech.wordLength() > 1;
        if (inAddress) {
            return beginLink(1);
        }
        speech.punctuation('.');
        if (held.length() > 1 && Character.isUpperCase(held.charAt(1)) && speech.wordLength() > 1) {
            speech.space();
        }
        return 1;
    }

    private int word() {
        int end = 1;
        while (end < held.length() && inWord(held.charAt(end))) {
            end++;
        }
        boolean whole = end < held.length() || ending;
        String word = held.substring(0, end);
        if (!midWord) {
            if (isScheme(word, whole)) {
                if (!whole) {
                    return 0;
                }
                if (end < held.length() && ":.".indexOf(held.charAt(end)) >= 0) {
                    return beginLink(end);
                }
            }
            PersonaGuard.Verdict verdict = persona.of(held, ending);
            if (verdict != PersonaGuard.Verdict.HERS) {
                lost = verdict == PersonaGuard.Verdict.LOST;
                return 0;
            }
        }
        midWord = true;
        speech.words(word);
        return end;
    }

    private static boolean isScheme(String word, boolean whole) {
        for (String scheme : new String[] {"http", "https", "www", "mailto"}) {
            boolean is = whole
                    ? scheme.equalsIgnoreCase(word)
                    : word.length() > 1 && scheme.regionMatches(true, 0, word, 0, word.length())
                            || word.equalsIgnoreCase("h")
                            || word.equalsIgnoreCase("w");
            if (is) {
                return true;
            }
        }
        return false;
    }

    private static boolean inWord(char c) {
        return Character.isLetter(c)
                || c == '\''
                || c == '\u2019'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** "~20" is "about 20". */
    private int approximately() {
        if (held.length() == 1 && !ending) {
            return 0;
        }
        if (digitAt(1)) {
            speech.words(about + " ");
        }
        return 1;
    }

    private int number() {
        int end = numbers.end(held);
        if (end == held.length() && !ending) {
            return 0;
        }
        speech.words(numbers.spoken(held.substring(0, end)));
        return end;
    }

    /** How many characters a list's marker takes; 0 for none, -1 when more of the text is needed. */
    private int listMarker() {
        int at = 0;
        while (at < held.length() && Character.isDigit(held.charAt(at)) && at < 3) {
            at++;
        }
        boolean counted = at > 0;
        if (at == held.length()) {
            return ending ? 0 : -1;
        }
        if ((counted ? ".)" : "-*\u2022\u2013#").indexOf(held.charAt(at)) < 0) {
            return 0;
        }
        if (at + 1 == held.length()) {
            return ending ? 0 : -1;
        }
        if (Character.isWhitespace(held.charAt(at + 1))) {
            lineStart = false;
            return at + 2;
        }
        return held.charAt(at) == '#' ? 1 : 0;
    }

    private int tag() {
        String text = held.toString();
        if (text.startsWith(THINKING)) {
            int end = text.indexOf(THOUGHT);
            if (end >= 0) {
                return end + THOUGHT.length();
            }
            return ending ? text.length() : 0;
        }
        int end = text.indexOf('>');
        if (end > 0 && end <= LONGEST_TAG) {
            return end + 1;
        }
        boolean maybe = text.length() == 1 || Character.isLetter(text.charAt(1)) || "/!".indexOf(text.charAt(1)) >= 0;
        return maybe && text.length() <= LONGEST_TAG && !ending ? 0 : 1;
    }

    /** A citation such as [1], or [words](address), of which the words stay. */
    private int bracket() {
        int end = held.indexOf("]");
        if (end < 0) {
            return held.length() <= LONGEST_BRACKET && !ending ? 0 : 1;
        }
        String inner = held.substring(1, end);
        if (inner.matches("[\\d\\s,;^\u2013-]*")) {
            return end + 1;
        }
        if (end + 1 == held.length() && !ending) {
            return 0;
        }
        if (end + 1 < held.length() && held.charAt(end + 1) == '(') {
            int close = closing(end + 1);
            if (close < 0 && held.length() <= LONGEST_LINK && !ending) {
                return 0;
            }
            held.delete(end, close < 0 ? held.length() : close + 1);
        } else {
            held.deleteCharAt(end);
        }
        return 1;
    }

    /** Where the parenthesis that opens here closes; -1 where it does not yet. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < held.length(); i++) {
            depth += held.charAt(i) == '(' ? 1 : held.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private int parenthesis() {
        String inside = held.substring(1, Math.min(held.length(), 5)).toLowerCase(Locale.ROOT);
        boolean maybe = inside.isEmpty() || "http".startsWith(inside) || "www.".startsWith(inside);
        if (maybe && inside.length() < 4 && !ending) {
            return 0;
        }
        if (inside.equals("http") || inside.equals("www.")) {
            return beginLink(1);
        }
        speech.words("(");
        return 1;
    }

    private int beginLink(int length) {
        linking = true;
        linkEnd = ' ';
        return length;
    }

    /** Everything up to the next space belongs to the address, but for the punctuation at its end. */
    private int link(char next) {
        if (!Character.isWhitespace(next)) {
            linkEnd = next;
            if (held.length() == 1 && ending) {
                endLink();
            }
            return 1;
        }
        endLink();
        return step(next);
    }

    private void endLink() {
        linking = false;
        if (".,!?;:".indexOf(linkEnd) >= 0) {
            speech.punctuation(linkEnd);
        }
    }

    private boolean digitAt(int index) {
        return index < held.length() && Character.isDigit(held.charAt(index));
    }
}
