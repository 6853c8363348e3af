package io.arcline.twilio.message;

import java.util.ArrayList;
import java.util.List;

/** Cuts words into text messages: Twilio takes 1,600 characters (error 21617), and what is longer goes in parts, numbered "(1/3)". */
public final class TextParts {
    /** The most characters of one message. */
    public static final int LONGEST = 1_600;

    /** Room for " (10/10)". */
    private static final int NUMBER = 8;

    private static final int MOST_PARTS = 10;

    private TextParts() {}

    /** The parts in their order, none longer than a message may be; cut between sentences, else between words, where there are any. */
    public static List<String> of(String words) {
        String rest = words.strip();
        if (rest.length() <= LONGEST) {
            return List.of(rest);
        }
        List<String> parts = new ArrayList<>();
        while (!rest.isEmpty() && parts.size() < MOST_PARTS) {
            int end = rest.length() <= LONGEST - NUMBER ? rest.length() : end(rest, LONGEST - NUMBER);
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        int count = parts.size();
        for (int i = 0; i < count; i++) {
            parts.set(i, parts.get(i) + " (" + (i + 1) + "/" + count + ")");
        }
        return parts;
    }

    private static int end(String text, int limit) {
        String head = text.substring(0, limit);
        int sentence = -1;
        for (String stop : new String[] {". ", "! ", "? ", "\n"}) {
            sentence = Math.max(sentence, head.lastIndexOf(stop));
        }
        if (sentence >= 0) {
            return sentence + 1;
        }
        int space = head.lastIndexOf(' ');
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(head.charAt(limit - 1)) ? limit - 1 : limit;
    }
}
