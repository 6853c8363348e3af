package io.arcline.twilio.relay;

/**
 * Writes one JSON object with a {@code type} and further members; a member whose value is null is left out. For one
 * thread.
 */
final class JsonObjectWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;

    /**
     * @param type what the object's {@code type} says
     * @param size about how many characters its values have
     */
    JsonObjectWriter(String type, int size) {
        out = new StringBuilder(size + 64).append("{\"type\":\"").append(type).append('"');
    }

    JsonObjectWriter string(String name, String value) {
        if (value != null) {
            name(name).append('"');
            escape(WellFormed.text(value));
            out.append('"');
        }
        return this;
    }

    /** A number or a boolean, written as {@code value} prints. */
    JsonObjectWriter bare(String name, Object value) {
        if (value != null) {
            name(name).append(value);
        }
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    private StringBuilder name(String name) {
        return out.append(",\"").append(name).append("\":");
    }

    private void escape(String value) {
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '"' && c != '\\' && c >= ' ' && c != '\u2028' && c != '\u2029') {
                continue;
            }
            out.append(value, copied, i);
            copied = i + 1;
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> unicode(c);
            }
        }
        out.append(value, copied, value.length());
    }

    private void unicode(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
