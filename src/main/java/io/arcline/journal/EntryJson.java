package io.arcline.journal;

import io.arcline.database.Storable;
import io.arcline.journal.JournalEntry.Level;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Entries and their metadata as JSON on one line, without what PostgreSQL's {@code jsonb} refuses. The factories are kept: each new
 * one looks its provider up again and has buffers of its own, which cost more than all the rest of an entry.
 */
final class EntryJson {
    private static final int LIKELY_LENGTH = 400;
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private EntryJson() {}

    /** Entries as an array of objects whose members are the columns of {@code logs}; the time as {@code micros} since 1970. */
    static String rows(List<JournalEntry> entries) {
        StringWriter text = new StringWriter(entries.size() * LIKELY_LENGTH);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartArray();
            for (JournalEntry entry : entries) {
                json.writeStartObject()
                        .write("id", entry.id().toString())
                        .write("session_id", Storable.text(entry.sessionId()))
                        .write("message", Storable.text(entry.message()))
                        .write("level", entry.level().column())
                        .write("micros", ChronoUnit.MICROS.between(Instant.EPOCH, entry.createdAt()));
                value(json.writeKey("metadata"), entry.metadata());
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    static String line(JournalEntry entry) {
        StringWriter text = new StringWriter(LIKELY_LENGTH);
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject()
                    .write("id", entry.id().toString())
                    .write("session", Storable.text(entry.sessionId()))
                    .write("level", entry.level().name())
                    .write("message", Storable.text(entry.message()))
                    .write("at", entry.createdAt().toString());
            value(json.writeKey("metadata"), entry.metadata());
            json.writeEnd();
        }
        return text.toString();
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

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.write(Storable.text(text));
            case Integer number -> json.write(number);
            case Long number -> json.write(number);
            case Boolean flag -> json.write(flag);
            case JsonValue read -> json.write(read);
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, member) -> {
                    json.writeKey(Storable.text(String.valueOf(key)));
                    value(json, member);
                });
                json.writeEnd();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> value(json, element));
                json.writeEnd();
            }
            default -> json.write(new BigDecimal(String.valueOf(value)));
        }
    }
}
