package io.arcline.twilio.twiml;

/**
 * Text that XML 1.0 can carry: escaping is not enough for control characters and lone surrogates, which no XML may
 * hold.
 */
final class XmlText {

    private XmlText() {}

    /** The same text with U+FFFD for each character that XML forbids. */
    static String of(String text) {
        return text.codePoints()
                .map(c -> isAllowed(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same as the value of an attribute between double quotes: read back it is {@link #of} the text, to the letter. */
    static String attribute(String text) {
        String allowed = of(text);
        StringBuilder escaped = new StringBuilder(allowed.length() + 16);
        for (int i = 0; i < allowed.length(); i++) {
            char c = allowed.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                // As themselves they would be read as spaces.
                case '\t', '\n', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }
}
