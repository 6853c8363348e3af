package io.arcline.system;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Shani's lines as a caller would recognise them: every wording of those whose keys match. */
record Wordings(List<String> texts) {

    /**
     * @param language one that there are lines for
     * @param keys a regular expression for the lines' keys, without the number of a wording
     */
    static Wordings of(String language, String keys) {
        Properties lines = new Properties();
        String file = "/io/arcline/hotline/" + language + "/lines.properties";
        try (var in = new InputStreamReader(Wordings.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Wordings(lines.stringPropertyNames().stream()
                .filter(key -> key.matches("(" + keys + ")(\\.\\d+)?"))
                .map(lines::getProperty)
                .toList());
    }

    /** Whether one of them is said in a text. */
    boolean in(String text) {
        return texts.stream().anyMatch(text::contains);
    }
}
