package io.arcline.hotline.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into whole words, in small letters and without punctuation. An apostrophe belongs to its word. */
final class Words {
    private Words() {}

    /** The words of a text in order; empty where it has none. */
    static List<String> of(String text) {
        boolean composed = Normalizer.isNormalized(text, Normalizer.Form.NFKC);
        String plain = (composed ? text : Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (isApostrophe(c) && !word.isEmpty() && letterAt(plain, i + 1)) {
                word.append('\'');
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean letterAt(String text, int place) {
        return place < text.length() && Character.isLetter(text.charAt(place));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '`';
    }
}
