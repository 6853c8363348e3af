package io.arcline.assistant;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Server-sent events out of bytes that arrive in any portions: the data of each event, as far as it is one line, which is how the chat
 * completions are sent. Not thread-safe.
 */
final class SseReader {
    /** A chunk has some hundred bytes, with Perplexity's sources some thousand. */
    private static final int LONGEST_LINE = 256 * 1024;

    private static final String DATA = "data:";
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * Hands on the data of the events that are complete with these bytes, until that is enough.
     *
     * @param goesOn takes the data of one event; false for enough
     * @return whether it goes on
     * @throws ModelFailedException where it is no event stream, or a line is longer than any event
     */
    boolean read(byte[] bytes, Predicate<String> goesOn) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                if (text.startsWith(DATA)) {
                    if (!goesOn.test(text.substring(DATA.length()).strip())) {
                        return false;
                    }
                } else if (!text.isEmpty() && !text.startsWith(":") && !text.matches("(event|id|retry)(:.*)?")) {
                    throw new ModelFailedException("sent no event stream", null);
                }
            } else if (line.size() == LONGEST_LINE) {
                throw new ModelFailedException("sent an endless line", null);
            } else {
                line.write(b);
            }
        }
        return true;
    }
}
