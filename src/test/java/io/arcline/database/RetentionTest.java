package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Old rows of a real PostgreSQL, and servers that delete them. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final KeptTable LOGS =
            KeptTable.ofCall("logs", "session_id").until("created_at", Duration.ofDays(30));

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static PGSimpleDataSource database;

    @BeforeAll
    static void start() throws IOException {
        ReadyCluster.copyTo(folder);
        server = EmbeddedDatabase.in(folder);
        database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
        Migration.migrate(database);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        run("truncate logs, intel");
        run("insert into logs (session_id, message, level, created_at)"
                + " select 'CA1', 'old', 'info', timestamptz '2026-10-23 10:15:29Z' - n * interval '1 s'"
                + " from generate_series(1, 12000) n");
        run("insert into logs (session_id, message, level, created_at)"
                + " values ('CA1', 'new', 'info', timestamptz '2026-10-23 10:15:31Z')");
        run("insert into intel (content, verified, created_at) values"
                + " ('old and verified', true, timestamptz '2020-01-01 00:00Z'),"
                + " ('old', false, timestamptz '2020-01-01 00:00Z')");
    }

    @Test
    void oldRowsAreDeletedAndNewOnesStay() throws SQLException {
        Retention retention = retention(LOGS, KeptTable.ofErrand("intel", "id"));
        assertThat(retention.run()).isEqualTo(Map.of("logs", 12_000L));
        assertThat(column("select message from logs")).containsExactly("new");
        assertThat(column("select content from intel")).hasSize(2);
        assertThat(retention.run()).isEmpty();
    }

    @Test
    void aTableMaySayWhichRowsAgeAtAll() throws SQLException {
        assertThat(retention(KeptTable.ofErrand("intel", "id").until("created_at", "not verified", Duration.ofDays(30)))
                        .run())
                .isEqualTo(Map.of("intel", 1L));
        assertThat(column("select content from intel")).containsExactly("old and verified");
    }

    @Test
    void severalServersAtOnceDeleteEachRowOnceAndNobodyWaits() throws Exception {
        try (ExecutorService servers = Executors.newFixedThreadPool(4)) {
            List<Future<Map<String, Long>>> runs = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                runs.add(servers.submit(() -> retention(LOGS).run()));
            }
            long deleted = 0;
            for (Future<Map<String, Long>> run : runs) {
                deleted += run.get().getOrDefault("logs", 0L);
            }
            deleted += retention(LOGS).run().getOrDefault("logs", 0L);
            assertThat(deleted).isEqualTo(12_000);
        }
        assertThat(column("select message from logs")).containsExactly("new");
    }

    @Test
    void whileAnotherServerIsAtATableItIsLeftToThatOne() throws SQLException {
        try (Connection other = database.getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("select pg_advisory_xact_lock(hashtext('arcline retention'), hashtext('logs'))");
            assertThat(retention(LOGS).run()).isEmpty();
            other.rollback();
        }
        assertThat(retention(LOGS).run()).containsEntry("logs", 12_000L);
    }

    private static Retention retention(KeptTable... tables) {
        return new Retention(database, List.of(tables), InstantSource.fixed(NOW));
    }

    private static List<String> column(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
