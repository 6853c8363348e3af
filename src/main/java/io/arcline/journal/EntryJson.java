package io.arcline.journal;

import io.arcline.database.Storable;
import io.arcline.journal.JournalEntry.Level;
import io.arcline.json.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Entries and their metadata as JSON on one line, without what PostgreSQL's {@code jsonb} refuses. The reader's factory is kept:
 * each new one looks its provider up again.
 */
final class EntryJson {
    private static final int LIKELY_LENGTH = 400;
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private EntryJson() {}

    /** What the column {@code metadata} holds. */
    static String metadata(Map<String, Object> metadata) {
        JsonText json = new JsonText(LIKELY_LENGTH);
        value(json, metadata);
        return json.toString();
    }

    static String line(JournalEntry entry) {
        JsonText json = new JsonText(LIKELY_LENGTH);
        json.object();
        json.name("id").value(entry.id().toString());
        json.name("session").value(Storable.text(entry.sessionId()));
        json.name("level").value(entry.level().name());
        json.name("message").value(Storable.text(entry.message()));
        json.name("at").value(entry.createdAt().toString());
        value(json.name("metadata"), entry.metadata());
        return json.endObject().toString();
    }

    /** @throws RuntimeException when the line is not one that {@link #line} wrote, or not all of it */
    static JournalEntry parse(String line) {
        try (JsonReader reader = READERS.createReader(new StringReader(line))) {
            JsonObject read = reader.readObject();
            return new JournalEntry(
                    UUID.fromString(read.getString("id")),
                    read.getString("session"),
                    Level.valueOf(read.getString("level")),
                    read.getString("message"),
                    Map.copyOf(read.getJsonObject("metadata")),
                    Instant.parse(read.getString("at")));
        }
    }

    private static void value(JsonText json, Object value) {
        switch (value) {
            case null -> json.json("null");
            case String text -> json.value(Storable.text(text));
            case Integer number -> json.value(number);
            case Long number -> json.value(number);
            case Boolean flag -> json.value(flag);
            case JsonValue read -> json.json(read.toString());
            case Map<?, ?> map -> {
                json.object();
                map.forEach((key, member) -> value(json.name(Storable.text(String.valueOf(key))), member));
                json.endObject();
            }
            case List<?> list -> {
                json.array();
                list.forEach(element -> value(json, element));
                json.endArray();
            }
            default -> json.json(new BigDecimal(String.valueOf(value)).toString());
        }
    }
}
