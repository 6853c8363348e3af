package io.arcline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.arcline.journal.JournalEntry.Level;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryJsonTest {
    /** As servers left it on disk that wrote it by way of JSON-P's generator. */
    private static final String LEFT =
            "{\"id\":\"0198c1f0-0000-7000-8000-000000000001\",\"session\":\"CA1\",\"level\":\"DEBUG\","
                    + "\"message\":\"words\",\"at\":\"2026-11-22T10:15:30.123456Z\",\"metadata\":{\"said\":\"\\\"Grüße\\\",\\n\\u0001 two\"}}";

    @Test
    void whatWasLeftOnDiskIsReadAndWrittenAsItWas() {
        JournalEntry entry = EntryJson.parse(LEFT);
        assertThat(entry.id()).isEqualTo(UUID.fromString("0198c1f0-0000-7000-8000-000000000001"));
        assertThat(entry.level()).isEqualTo(Level.DEBUG);
        assertThat(entry.createdAt()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123456Z"));
        assertThat(entry.metadata().get("said")).hasToString("\"\\\"Grüße\\\",\\n\\u0001 two\"");
        assertThat(EntryJson.line(entry)).isEqualTo(LEFT);
    }

    @Test
    void anEntryComesBackFromItsLine() {
        JournalEntry entry = JournalEntry.of(
                "CA\"2\"", Level.INFO, "turn\n", Map.of("turn", 7, "micros", 12L, "yes", true), Instant.EPOCH);
        JournalEntry read = EntryJson.parse(EntryJson.line(entry));
        assertThat(read.sessionId()).isEqualTo("CA\"2\"");
        assertThat(read.message()).isEqualTo("turn\n");
        assertThat(read.metadata().get("turn")).hasToString("7");
        assertThat(EntryJson.line(read)).contains("\"micros\":12").contains("\"yes\":true");
    }

    @Test
    void halfALineIsRefused() {
        assertThatException().isThrownBy(() -> EntryJson.parse(LEFT.substring(0, LEFT.length() / 2)));
    }
}
