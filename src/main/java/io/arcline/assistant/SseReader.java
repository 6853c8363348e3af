package io.arcline.assistant;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Server-sent events out of bytes that arrive in any portions: the data of each event, as far as it is one line, which is how the chat
 * completions are sent. Not thread-safe.
 */
final class SseReader {
    /** A chunk has some hundred bytes, with Perplexity's sources some thousand. */
    private static final int LONGEST_LINE = 256 * 1024;

    private static final String DATA = "data:";
    private static final Pattern OTHER = Pattern.compile("(event|id|retry)(:.*)?");
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * Hands on the data of the events that are complete with these bytes, until that is enough.
     *
     * @param length how many of the bytes count
     * @param goesOn takes the data of one event; false for enough
     * @return whether it goes on
     * @throws ModelFailedException where it is no event stream, or a line is longer than any event
     */
    boolean read(byte[] bytes, int length, Predicate<String> goesOn) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                keep(bytes, from, at);
                from = at + 1;
                if (line.size() > 0 && !line(goesOn)) {
                    return false;
                }
            }
        }
        keep(bytes, from, length);
        return true;
    }

    private void keep(byte[] bytes, int from, int to) {
        if (line.size() + to - from > LONGEST_LINE) {
            throw new ModelFailedException("sent an endless line", null);
        }
        line.write(bytes, from, to - from);
    }

    private boolean line(Predicate<String> goesOn) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.startsWith(DATA)) {
            return goesOn.test(text.substring(DATA.length()).strip());
        }
        if (!text.startsWith(":") && !OTHER.matcher(text).matches()) {
            throw new ModelFailedException("sent no event stream", null);
        }
        return true;
    }
}
