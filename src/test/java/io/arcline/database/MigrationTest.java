package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Each test has a database of its own, owned by a user who is not a superuser, as on Supabase. */
class MigrationTest {
    private static final List<String> BOARD_COLUMNS = List.of(
            "id uuid not null default gen_random_uuid()",
            "content text not null",
            "faction text",
            "verified boolean default false",
            "created_at timestamp with time zone default now()");

    private static final List<String> PUBLIC = List.of(
            "intel: Verified is public for anon, r, anon, verified, -",
            "scrappy_messages: Verified is public for anon, r, anon, verified, -");

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;

    private String database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        ReadyCluster.copyTo(folder);
        server = EmbeddedDatabase.in(folder);
        asSuperuser("create role line_owner login");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = "test_" + System.nanoTime();
        asSuperuser("create database " + database + " owner line_owner");
    }

    @AfterEach
    void dropDatabaseAndRole() throws SQLException {
        asSuperuser("drop database " + database + " with (force)");
        asSuperuser("drop role if exists anon");
    }

    @Test
    void makesTheTablesWithTheirColumns() throws SQLException {
        assertThat(Migration.migrate(owner()))
                .isEqualTo(new Migration(newest(), scripts().size()));

        assertThat(rows("select tablename from pg_tables where schemaname = 'public' order by 1"))
                .contains("arcline_schema_history", "intel", "logs", "scrappy_messages");
        assertThat(columns("intel")).isEqualTo(BOARD_COLUMNS);
        assertThat(columns("scrappy_messages")).isEqualTo(BOARD_COLUMNS);
        assertThat(columns("logs"))
                .containsExactly(
                        "id uuid not null default gen_random_uuid()",
                        "session_id text not null",
                        "message text not null",
                        "level text not null",
                        "metadata jsonb",
                        "created_at timestamp with time zone default now()");
    }

    @Test
    void makesKeysChecksAndIndexes() throws SQLException {
        Migration.migrate(owner());

        assertThat(rows("select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint"
                        + " where contype in ('p', 'c') and connamespace = 'public'::regnamespace"
                        + " and conrelid <> 'arcline_schema_history'::regclass order by 1"))
                .contains("intel PRIMARY KEY (id)", "logs PRIMARY KEY (id)", "scrappy_messages PRIMARY KEY (id)")
                .anyMatch(check -> check.startsWith("logs CHECK ((level = ANY (ARRAY['log'::text, 'error'::text,"
                        + " 'warn'::text, 'debug'::text, 'info'::text]"));
        assertThat(rows("select substring(indexdef from 'INDEX (.*)') from pg_indexes where schemaname = 'public'"
                        + " and indexname like 'idx\\_%' order by 1"))
                .contains(
                        "idx_intel_created_at ON public.intel USING btree (created_at)",
                        "idx_intel_verified ON public.intel USING btree (verified)",
                        "idx_logs_created_at ON public.logs USING btree (created_at)",
                        "idx_logs_level ON public.logs USING btree (level)",
                        "idx_logs_session_created_at ON public.logs USING btree (session_id, created_at)",
                        "idx_logs_session_id ON public.logs USING btree (session_id)",
                        "idx_scrappy_messages_created_at ON public.scrappy_messages USING btree (created_at)",
                        "idx_scrappy_messages_verified ON public.scrappy_messages USING btree (verified)");
        assertThatThrownBy(() -> asOwner("insert into logs (session_id, message, level) values ('a', 'b', 'fatal')"))
                .hasMessageContaining("logs_level_check");
    }

    @Test
    void secondTimeFindsNothingToDo() {
        Migration.migrate(owner());
        assertThat(Migration.migrate(owner())).isEqualTo(new Migration(newest(), 0));
    }

    /** After a new script: its line goes into the file, as this test says it. */
    @Test
    void theKnownHistoryIsWhatFlywayWrites() throws Exception {
        Migration.migrate(owner());
        assertThat(rows("select concat_ws(' ', version, checksum, script) from arcline_schema_history"
                        + " order by installed_rank"))
                .isEqualTo(Files.readAllLines(Path.of("src/main/resources/io/arcline/database/migration/history.txt")));
    }

    @Test
    void theKnownHistoryIsFoundAgainAlsoWhereTablesWereTakenOver() throws SQLException {
        assertThat(known()).as("an empty database").isEmpty();
        leaveTablesOfTheFirstLine();
        Migration.migrate(owner());
        assertThat(known()).contains(newest());
    }

    @Test
    void aRoleThatIsMadeLaterGetsItsRightsAtTheNextStart() throws SQLException {
        Migration.migrate(owner());
        asSuperuser("create role arcline_server");
        try {
            Migration.migrate(owner());
            assertThat(rows("select has_table_privilege('arcline_server', 'calls', 'insert')"))
                    .containsExactly("t");
        } finally {
            asSuperuserHere("drop owned by arcline_server");
            asSuperuser("drop role arcline_server");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update arcline_schema_history set checksum = checksum + 1 where version = '10'",
                "update arcline_schema_history set success = false where version = '40'",
                "delete from arcline_schema_history where version = '2'"
            })
    void aHistoryThatIsNotThisBuildsIsRefused(String change) throws SQLException {
        Migration.migrate(owner());
        asOwner(change);
        assertThat(known()).isEmpty();
        assertThatThrownBy(() -> Migration.migrate(owner())).isInstanceOf(DatabaseStartException.class);
    }

    private Optional<String> known() throws SQLException {
        try (Connection connection = owner().getConnection()) {
            return KnownHistory.newestIn(connection, "arcline_schema_history");
        }
    }

    @Test
    void sixServersAtOnceMakeTheTablesOnce() throws Exception {
        migrateSixTimesAtOnce();
    }

    @Test
    void sixServersAtOnceTakeOverTheTablesThatAreThere() throws Exception {
        leaveTablesOfTheFirstLine();
        migrateSixTimesAtOnce();
        assertThat(rows("select content from intel")).containsExactly("Matriarch at the Spaceport");
    }

    @Test
    void takesOverTablesDataAndPoliciesThatAreThere() throws SQLException {
        asSuperuser("create role anon");
        leaveTablesOfTheFirstLine();
        asOwner("create policy \"Allow anonymous reads\" on intel for select to anon using (verified)");

        assertThat(Migration.migrate(owner()))
                .isEqualTo(new Migration(newest(), scripts().size()));

        assertThat(rows("select content from intel")).containsExactly("Matriarch at the Spaceport");
        assertThat(columns("intel")).isEqualTo(BOARD_COLUMNS);
        assertThat(policies()).containsExactlyElementsOf(PUBLIC);
    }

    @Test
    void rowLevelSecurityWithRoleAnonLetsItReadWhatIsVerified() throws SQLException {
        asSuperuser("create role anon");
        Migration.migrate(owner());

        assertThat(policies()).containsExactlyElementsOf(PUBLIC);
    }

    @Test
    void rowLevelSecurityWithoutRoleAnonShutsOthersOut() throws SQLException {
        Migration.migrate(owner());

        assertThat(rows("select relname from pg_class where relrowsecurity order by 1"))
                .contains("intel", "logs", "scrappy_messages");
        assertThat(policies()).isEmpty();
        asOwner("insert into intel (content) values ('from the owner')");
        assertThat(rows("select verified || ' ' || (created_at <= now()) from intel"))
                .as("the owner is not shut out")
                .containsExactly("false true");
    }

    @Test
    void saysInOneLineWhyItCannot() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});
        nowhere.setUser("caller");
        nowhere.setPassword("s3cret");
        assertThatThrownBy(() -> Migration.migrate(nowhere))
                .isInstanceOf(DatabaseStartException.class)
                .message()
                .startsWith("The tables could not be brought up to date: Connection")
                .doesNotContain("\n", "s3cret");
    }

    /** The numbers of the scripts, in order. */
    private static List<Integer> scripts() {
        try (var files = Files.list(Path.of("src/main/resources/io/arcline/database/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String newest() {
        return String.valueOf(scripts().getLast());
    }

    private void migrateSixTimesAtOnce() throws Exception {
        try (ExecutorService servers = Executors.newFixedThreadPool(6)) {
            List<Future<Migration>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(servers.submit(() -> Migration.migrate(owner())));
            }
            int executed = 0;
            for (Future<Migration> one : all) {
                assertThat(one.get().version()).isEqualTo(newest());
                executed += one.get().executed();
            }
            assertThat(executed).isEqualTo(scripts().size());
        }
    }

    private void leaveTablesOfTheFirstLine() throws SQLException {
        for (String table : List.of("intel", "scrappy_messages")) {
            asOwner("create table " + table + " (id uuid primary key default gen_random_uuid(), content text not null,"
                    + " faction text, verified boolean default false, created_at timestamptz default now())");
        }
        asOwner("create index idx_intel_created_at on intel (created_at)");
        asOwner("alter table intel enable row level security");
        asOwner("insert into intel (content) values ('Matriarch at the Spaceport')");
    }

    private List<String> columns(String table) throws SQLException {
        return rows("select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
                + " || case when a.attnotnull then ' not null' else '' end"
                + " || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')"
                + " from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                + " where a.attrelid = '" + table + "'::regclass and a.attnum > 0 order by a.attnum");
    }

    private List<String> policies() throws SQLException {
        return rows("select polrelid::regclass || ': ' || polname || ', ' || polcmd::text || ', '"
                + " || array_to_string(polroles::regrole[], ' ') || ', '"
                + " || coalesce(pg_get_expr(polqual, polrelid), '-') || ', '"
                + " || coalesce(pg_get_expr(polwithcheck, polrelid), '-') from pg_policy order by 1");
    }

    private DataSource owner() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setPortNumbers(new int[] {server.port()});
        owner.setDatabaseName(database);
        owner.setUser("line_owner");
        return owner;
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = owner().getConnection()) {
            run(connection, statement);
        }
    }

    private void asSuperuserHere(String statements) throws SQLException {
        String url = server.jdbcUrl().replace("/" + EmbeddedDatabase.DATABASE, "/" + database);
        try (Connection connection = DriverManager.getConnection(url, server.user(), "")) {
            run(connection, statements);
        }
    }

    private static void asSuperuser(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), "")) {
            run(connection, statement);
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = owner().getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
