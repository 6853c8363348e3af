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

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }
}
