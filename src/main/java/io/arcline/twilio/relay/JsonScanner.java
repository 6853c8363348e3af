package io.arcline.twilio.relay;

/**
 * Walks over JSON text, strictly by RFC 8259, without building anything; a value that nobody asks for costs no more
 * than looking at it. For one thread.
 */
final class JsonScanner {

    /** How deep arrays and objects may lie in each other; Twilio's frames have two levels. */
    static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private boolean plain;

    JsonScanner(String text, int start) {
        this.text = text;
        this.at = start;
    }

    int position() {
        return at;
    }

    /** The next character, or U+FFFF at the end, which JSON allows nowhere outside a string. */
    char peek() {
        return at < text.length() ? text.charAt(at) : '\uFFFF';
    }

    /** Steps over {@code expected} if it comes next. */
    boolean accept(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char expected) throws BadFrameException {
        if (!accept(expected)) {
            throw notJson();
        }
    }

    void expectEnd() throws BadFrameException {
        if (at < text.length()) {
            throw notJson();
        }
    }

    void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    /** Whether the string just skipped stands in the text as it is: no escapes, no surrogates to check. */
    boolean wasPlain() {
        return plain;
    }

    /** Steps over a string with its quotes. */
    void skipString() throws BadFrameException {
        expect('"');
        plain = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\') {
                plain = false;
                skipEscape();
            } else if (c < ' ') {
                throw notJson();
            } else if (Character.isSurrogate(c)) {
                plain = false;
            }
        }
        throw notJson();
    }

    private void skipEscape() throws BadFrameException {
        char c = peek();
        at++;
        if (c == 'u') {
            for (int i = 0; i < 4; i++, at++) {
                if (!isHexDigit(peek())) {
                    throw notJson();
                }
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw notJson();
        }
    }

    /** Steps over any value that lies {@code depth} levels deep. */
    void skipValue(int depth) throws BadFrameException {
        switch (peek()) {
            case '"' -> skipString();
            case '{' -> skipContainer('}', depth + 1, true);
            case '[' -> skipContainer(']', depth + 1, false);
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
    }

    private void skipContainer(char close, int depth, boolean named) throws BadFrameException {
        if (depth > MAX_DEPTH) {
            throw new BadFrameException("nested deeper than " + MAX_DEPTH);
        }
        at++;
        skipSpace();
        if (accept(close)) {
            return;
        }
        do {
            skipSpace();
            if (named) {
                skipString();
                skipSpace();
                expect(':');
                skipSpace();
            }
            skipValue(depth);
            skipSpace();
        } while (accept(','));
        expect(close);
    }

    private void skipWord(String word) throws BadFrameException {
        if (!text.startsWith(word, at)) {
            throw notJson();
        }
        at += word.length();
    }

    private void skipNumber() throws BadFrameException {
        accept('-');
        if (!accept('0')) {
            skipDigits();
        }
        if (accept('.')) {
            skipDigits();
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            skipDigits();
        }
    }

    private void skipDigits() throws BadFrameException {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw notJson();
        }
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Says where, never what. */
    private BadFrameException notJson() {
        return new BadFrameException("not JSON at character " + Math.min(at, text.length()));
    }
}
