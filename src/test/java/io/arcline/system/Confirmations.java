package io.arcline.system;

import io.arcline.faketwilio.line.Reply;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Recognises, as a caller would, that Shani says something was stored. */
final class Confirmations {
    private static final List<String> STORED = stored();

    private Confirmations() {}

    /** Whether a reply says so. */
    static boolean isOne(Reply reply) {
        return STORED.stream().anyMatch(reply.text()::contains);
    }

    private static List<String> stored() {
        Properties lines = new Properties();
        try (var file = new InputStreamReader(
                Confirmations.class.getResourceAsStream("/io/arcline/hotline/en/lines.properties"),
                StandardCharsets.UTF_8)) {
            lines.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines.stringPropertyNames().stream()
                .filter(key -> key.matches("(scrappy|submit)\\.stored(\\.\\d+)?"))
                .map(lines::getProperty)
                .toList();
    }
}
