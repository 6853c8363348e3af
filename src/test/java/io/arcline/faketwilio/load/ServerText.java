package io.arcline.faketwilio.load;

/**
 * What a relay server's text message says, without building anything of it: where its type and its token stand, and whether it is
 * the last of a reply. One is used for all messages of a thread. Takes any JSON object that names each of its fields once and has
 * no escapes in their names; what it cannot read it calls unreadable.
 */
final class ServerText {
    /** What a message is for. */
    enum Type {
        TEXT,
        END,
        /** {@code play}, {@code sendDigits}, {@code language}, {@code config}, {@code hints}: nothing that is waited for. */
        OTHER,
        UNKNOWN,
        UNREADABLE
    }

    private byte[] bytes;
    private int at;
    private int end;
    private Type type;
    private boolean last;
    private int tokenFrom;
    private int tokenTo;

    /** Reads one message. */
    void read(byte[] from, int start, int length) {
        bytes = from;
        at = start;
        end = start + length;
        type = Type.UNKNOWN;
        last = false;
        tokenFrom = start;
        tokenTo = start;
        if (!object()) {
            type = Type.UNREADABLE;
        }
    }

    Type type() {
        return type;
    }

    boolean last() {
        return last;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the token begins, escapes and all, without its quote. */
    int tokenFrom() {
        return tokenFrom;
    }

    int tokenTo() {
        return tokenTo;
    }

    private boolean object() {
        if (next() != '{') {
            return false;
        }
        do {
            if (next() != '"') {
                return false;
            }
            int nameFrom = at;
            int nameTo = string();
            if (nameTo < 0 || next() != ':' || !field(nameFrom, nameTo)) {
                return false;
            }
            byte after = next();
            if (after == '}') {
                return next() == 0;
            }
            if (after != ',') {
                return false;
            }
        } while (true);
    }

    private boolean field(int nameFrom, int nameTo) {
        byte first = next();
        int from = at;
        if (first == '"') {
            int to = string();
            if (to < 0) {
                return false;
            }
            if (is(nameFrom, nameTo, "type")) {
                type = typeOf(from, to);
            } else if (is(nameFrom, nameTo, "token")) {
                tokenFrom = from;
                tokenTo = to;
            }
            return true;
        }
        if (first == 't' && is(nameFrom, nameTo, "last")) {
            last = true;
        }
        at--;
        return skip();
    }

    private Type typeOf(int from, int to) {
        if (is(from, to, "text")) {
            return Type.TEXT;
        }
        if (is(from, to, "end")) {
            return Type.END;
        }
        boolean known = is(from, to, "language")
                || is(from, to, "play")
                || is(from, to, "sendDigits")
                || is(from, to, "config")
                || is(from, to, "hints");
        return known ? Type.OTHER : Type.UNKNOWN;
    }

    private boolean is(int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Steps over what is left of a string; where its closing quote stands, or -1. */
    private int string() {
        while (at < end) {
            byte c = bytes[at++];
            if (c == '"') {
                return at - 1;
            }
            if (c == '\\') {
                at++;
            }
        }
        return -1;
    }

    /** Steps over a value that is not a string; what is inside it does not matter here. */
    private boolean skip() {
        int depth = 0;
        while (at < end) {
            byte c = bytes[at];
            if (depth == 0 && (c == ',' || c == '}')) {
                return true;
            }
            at++;
            if (c == '"' && string() < 0) {
                return false;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return false;
    }

    /** The next byte that is no space; 0 at the end. */
    private byte next() {
        while (at < end) {
            byte c = bytes[at++];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
        }
        return 0;
    }
}
