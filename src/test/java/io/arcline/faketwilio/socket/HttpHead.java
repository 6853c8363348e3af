package io.arcline.faketwilio.socket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first line and the headers of an HTTP/1.1 message.
 *
 * @param firstLine without its line end
 * @param headers by name, in any case; of a repeated one the last
 */
public record HttpHead(String firstLine, Map<String, String> headers) {
    private static final int LONGEST_LINE = 16_384;

    /** Reads up to and including the empty line, and not a byte further. */
    public static HttpHead read(InputStream in) throws IOException {
        String first = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new HttpHead(first, headers);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended within a head");
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a head line over " + LONGEST_LINE + " characters");
            }
            line.append((char) c);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
