package io.arcline.journal;

import io.arcline.database.Storable;
import io.arcline.journal.JournalEntry.Level;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Entries and their metadata as JSON on one line, without what PostgreSQL's {@code jsonb} refuses. The factories are kept: each new
 * one looks its provider up again and has buffers of its own, which cost more than all the rest of an entry.
 */
final class EntryJson {
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private EntryJson() {}

    static String text(Map<String, Object> metadata) {
        return BUILDERS.createObjectBuilder(storable(metadata)).build().toString();
    }

    static String line(JournalEntry entry) {
        return BUILDERS.createObjectBuilder()
                .add("id", entry.id().toString())
                .add("session", Storable.text(entry.sessionId()))
                .add("level", entry.level().name())
                .add("message", Storable.text(entry.message()))
                .add("at", entry.createdAt().toString())
                .add("metadata", BUILDERS.createObjectBuilder(storable(entry.metadata())))
                .build()
                .toString();
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

    private static Map<String, Object> storable(Map<?, ?> map) {
        Map<String, Object> clean = new LinkedHashMap<>();
        map.forEach((key, value) -> clean.put(Storable.text(String.valueOf(key)), storable(value)));
        return clean;
    }

    private static Object storable(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> Storable.text(text);
            case Map<?, ?> map -> storable(map);
            case List<?> list -> list.stream().map(EntryJson::storable).toList();
            default -> value;
        };
    }
}
