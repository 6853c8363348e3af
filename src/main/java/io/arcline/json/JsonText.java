package io.arcline.json;

/**
 * JSON as it is written, one value after the other, on one line; commas come by themselves. Nothing else is checked: who writes
 * opens, names and closes in the order of JSON. For one thread.
 */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;

    /** @param size about how many characters there will be */
    public JsonText(int size) {
        out = new StringBuilder(size);
    }

    /** Begins an object, whose members are to follow. */
    public JsonText object() {
        return open('{');
    }

    /** Ends an object. */
    public JsonText endObject() {
        out.append('}');
        return this;
    }

    /** Begins an array, whose elements are to follow. */
    public JsonText array() {
        return open('[');
    }

    /** Ends an array. */
    public JsonText endArray() {
        out.append(']');
        return this;
    }

    /** The name of a member, whose value is to follow. */
    public JsonText name(String name) {
        value(name);
        out.append(':');
        return this;
    }

    /** A string. */
    public JsonText value(String text) {
        separate().append('"');
        int escaped = toBeEscaped(text, 0);
        if (escaped == text.length()) {
            out.append(text);
        } else {
            escape(text, escaped);
        }
        out.append('"');
        return this;
    }

    /** A whole number. */
    public JsonText value(long number) {
        separate().append(number);
        return this;
    }

    /** True or false. */
    public JsonText value(boolean flag) {
        separate().append(flag);
        return this;
    }

    /** A value that is JSON already. */
    public JsonText json(CharSequence json) {
        separate().append(json);
        return this;
    }

    /** What has been written. */
    @Override
    public String toString() {
        return out.toString();
    }

    private JsonText open(char bracket) {
        separate().append(bracket);
        return this;
    }

    /** After a value that has ended, and there only, comes a comma; no value ends in one of these. */
    private StringBuilder separate() {
        if (!out.isEmpty()) {
            char last = out.charAt(out.length() - 1);
            if (last != '{' && last != '[' && last != ':') {
                out.append(',');
            }
        }
        return out;
    }

    private void escape(String text, int first) {
        int copied = 0;
        for (int at = first; at < text.length(); at = toBeEscaped(text, copied)) {
            out.append(text, copied, at);
            copied = at + 1;
            char c = text.charAt(at);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> unicode(c);
            }
        }
        out.append(text, copied, text.length());
    }

    private static int toBeEscaped(String text, int from) {
        int at = from;
        while (at < text.length() && !isToBeEscaped(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The two separators of lines are allowed in JSON, but not in what some take for JSON. */
    private static boolean isToBeEscaped(char c) {
        return c == '"' || c == '\\' || c < ' ' || c == '\u2028' || c == '\u2029';
    }

    private void unicode(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
