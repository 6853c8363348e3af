package io.arcline.twilio.signature;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginnings that Twilio may have signed for one public address: with its port and without.
 *
 * @param withPort scheme, host, port and path prefix
 * @param withoutPort the same without the port
 */
record SignedBase(String withPort, String withoutPort) {

    private static final Pattern BASE =
            Pattern.compile("(https?|wss?)://([^/:?#@]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?((?:/[^/?#]+)*)");
    private static final Map<String, String> DEFAULT_PORT =
            Map.of("https", ":443", "wss", ":443", "http", ":80", "ws", ":80");

    static SignedBase of(String base) {
        Matcher parts = BASE.matcher(base);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the beginning of a URL that Twilio could be told");
        }
        String scheme = parts.group(1);
        String host = scheme + "://" + parts.group(2);
        String port = parts.group(3) == null ? DEFAULT_PORT.get(scheme) : parts.group(3);
        return new SignedBase(host + port + parts.group(4), host + parts.group(4));
    }

    /** The URLs that Twilio may have signed for a request. */
    List<String> urls(String rawPathAndQuery) {
        return List.of(withoutPort + rawPathAndQuery, withPort + rawPathAndQuery);
    }
}
