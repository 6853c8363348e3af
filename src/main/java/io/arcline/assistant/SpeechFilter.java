package io.arcline.assistant;

import java.util.Locale;

/**
 * Makes what a model writes fit to be spoken, while it is being written: no markup, links, addresses, citations, telephone
 * numbers, or words that give the persona up; numbers as they are said. Wherever the text is cut into tokens, the same comes out.
 * Every token is let through as far as what it begins cannot turn out to be one of those. For one answer; not thread-safe.
 */
final class SpeechFilter {
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
            int marker = Markup.listMarker(held, ending);
            // After "#" of a heading there may be more of them.
            lineStart = marker == 0 || marker == 1;
            if (marker >= 0) {
                return marker;
            }
        }
        if (Character.isDigit(first) || first == '+' || first == '(' && digitAt(1)) {
            return number();
        }
        if (Character.isLetter(first)) {
            return word();
        }
        midWord = false;
        return switch (first) {
            case '<' -> Markup.tag(held, ending);
            case '[' -> Markup.bracket(held, ending);
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
            if (Markup.isScheme(word, whole)) {
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
