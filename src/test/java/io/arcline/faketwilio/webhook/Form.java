package io.arcline.faketwilio.webhook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of a form in their order; a name may come more than once. Immutable.
 *
 * @param fields name and value; values untrimmed, "" for empty ones
 */
public record Form(List<Map.Entry<String, String>> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /** A form of alternating names and values. */
    public static Form of(String... namesAndValues) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(Map.entry(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Form(fields);
    }

    /** This form with one more field at its end. */
    public Form with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return new Form(more);
    }

    /** This form with another value for every field of that name. */
    public Form replacing(String name, String value) {
        return new Form(fields.stream()
                .map(field -> field.getKey().equals(name) ? Map.entry(name, value) : field)
                .toList());
    }

    /** The first value of that name. */
    public Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** As {@code application/x-www-form-urlencoded}. */
    public String encoded() {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
