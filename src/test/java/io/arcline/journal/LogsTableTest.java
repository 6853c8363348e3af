package io.arcline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.Migration;
import io.arcline.journal.JournalEntry.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The table {@code logs} of a real PostgreSQL. */
class LogsTableTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static PGSimpleDataSource database;

    private final LogsTable table = new LogsTable(database);

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.in(folder);
        database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
        database.setStringType("unspecified");
        database.setReWriteBatchedInserts(true);
        Migration.migrate(database);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        run("truncate logs");
    }

    @Test
    void anEntryThatIsWrittenAgainIsThereOnce() throws SQLException {
        JournalEntry first = entry("first", NOW);
        table.insert(List.of(first));
        table.insert(List.of(first, entry("second", NOW.plusMillis(1))));
        assertThat(messages()).containsExactly("first", "second");
    }

    @Test
    void metadataComesBackAsItWasGivenWithoutWhatJsonbRefuses() throws SQLException {
        Map<String, Object> metadata = new HashMap<>(
                Map.of("said", "a\0b\ud800c \\u0000 \"ä\"", "micros", 12L, "yes", true, "list", List.of("x\0", 1)));
        metadata.put("none", null);
        table.insert(List.of(new JournalEntry(UUID.randomUUID(), "CA1", Level.DEBUG, "words\0", metadata, NOW)));
        assertThat(rows("select metadata->>'said' || '|' || (metadata->>'micros')::int || '|' || (metadata->>'yes')"
                        + " || '|' || (metadata->'list')::text || '|' || level || '|' || message from logs"))
                .containsExactly("abc \\u0000 \"ä\"|12|true|[\"x\", 1]|debug|words");
    }

    @Test
    void anEntryThatTheTableRefusesHoldsNobodyUp() throws SQLException {
        run("alter table logs add constraint no_poison check (message <> 'poison')");
        try {
            table.insert(List.of(entry("before", NOW), entry("poison", NOW), entry("after", NOW.plusMillis(1))));
        } finally {
            run("alter table logs drop constraint no_poison");
        }
        assertThat(messages()).containsExactly("before", "after");
        assertThat(table.refused()).isEqualTo(1);
    }

    private static JournalEntry entry(String message, Instant at) {
        return new JournalEntry(UUID.randomUUID(), "CA1", Level.INFO, message, Map.of(), at);
    }

    private static List<String> messages() throws SQLException {
        return rows("select message from logs order by created_at");
    }

    private static List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                var found = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
