package io.arcline.faketwilio.scripted;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the scripted server was asked.
 *
 * @param target path and query as they were on the wire
 * @param headers by name, in any case
 * @param body as UTF-8
 */
public record HttpRequestText(String method, String target, Map<String, String> headers, String body) {
    /** The fields of its form: the body's, or the query's of a GET. */
    public Map<String, String> form() {
        String encoded = method.equals("GET") ? target.substring(target.indexOf('?') + 1) : body;
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : encoded.split("&")) {
            String[] pair = field.split("=", 2);
            form.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : "");
        }
        return form;
    }

    /** The path alone. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
