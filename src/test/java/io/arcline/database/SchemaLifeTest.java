package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Every schema that was ever left in a database, with rows in it, comes to the same newest one, and no row is lost or changed. The
 * schemas are the files of {@code src/test/resources/schema}; docs/database.md says how a release adds its own.
 */
class SchemaLifeTest {
    /** Columns, constraints, indexes, policies, triggers and row-level security, by name. */
    private static final String SCHEMA = """
            select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
            from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
            union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
            union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
            union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '')
            from pg_policies where schemaname = 'public'
            union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
            union all select 'secured ' || relname from pg_class where relrowsecurity
            order by 1""";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() throws IOException {
        ReadyCluster.copyTo(folder);
        server = EmbeddedDatabase.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> leftBehind() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/schema"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("leftBehind")
    void comesToTheNewestSchemaWithEveryRowAsItWas(String file) throws Exception {
        PGSimpleDataSource fresh = database("fresh_" + file.replaceAll("\\W", "_"));
        Migration newest = Migration.migrate(fresh);
        PGSimpleDataSource old = database("old_" + file.replaceAll("\\W", "_"));
        run(old, Files.readString(Path.of("src/test/resources/schema", file)));
        Map<String, List<String>> before = rows(old);
        assertThat(before)
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        assertThat(Migration.migrate(old).version()).isEqualTo(newest.version());

        Map<String, List<String>> after = rows(old);
        assertThat(after).containsAllEntriesOf(before);
        assertThat(column(old, SCHEMA)).containsExactlyElementsOf(column(fresh, SCHEMA));
        assertThat(Migration.migrate(old).executed()).isZero();
    }

    @Test
    void oneOfTheFilesIsTheFirstLines() {
        assertThat(leftBehind()).contains("first-line.sql", "v12.sql");
    }

    /** All rows of all tables, but the history of migrations. */
    private static Map<String, List<String>> rows(PGSimpleDataSource database) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : column(
                database,
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'arcline_schema_history'"
                        + " order by 1")) {
            rows.put(table, column(database, "select to_jsonb(t)::text from public." + table + " t order by 1"));
        }
        return rows;
    }

    private static PGSimpleDataSource database(String name) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
        run(database, "create database " + name);
        database.setDatabaseName(name);
        return database;
    }

    private static void run(PGSimpleDataSource database, String statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }

    private static List<String> column(PGSimpleDataSource database, String query) throws SQLException {
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
}
