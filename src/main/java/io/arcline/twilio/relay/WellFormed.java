package io.arcline.twilio.relay;

import java.nio.charset.StandardCharsets;

/** Text that UTF-8 can carry. */
final class WellFormed {

    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** The same text with U+FFFD for each surrogate that has lost its other half. */
    static String text(String text) {
        int i = 0;
        while (i < text.length() && !loneAt(text, i)) {
            i += Character.charCount(text.codePointAt(i));
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (; i < out.length(); i++) {
            if (loneAt(out, i)) {
                out.setCharAt(i, REPLACEMENT);
            }
        }
        return out.toString();
    }

    /** Whether the text has at most so many bytes in UTF-8; counts them only where its length leaves that open. */
    static boolean fits(String text, int bytes) {
        if (text.length() > bytes) {
            return false;
        }
        return text.length() * 3L <= bytes || text.getBytes(StandardCharsets.UTF_8).length <= bytes;
    }

    private static boolean loneAt(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
