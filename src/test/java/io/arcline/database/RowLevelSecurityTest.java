package io.arcline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What Supabase's web roles and the server's own role can do, tried by these roles on a real PostgreSQL. */
class RowLevelSecurityTest {
    private static final List<String> ROLES = List.of("anon", "authenticated", "arcline_server", "table_owner");

    private static final String TABLE_PRIVILEGES = """
            select relname || ': ' || string_agg(privilege, ' ' order by privilege)
            from pg_class, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
            where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                and relkind in ('r', 'p', 'v', 'm', 'f') and has_table_privilege('arcline_server', oid, privilege)
            group by relname order by relname""";

    /** Those that are not of the whole table. */
    private static final String COLUMN_PRIVILEGES = """
            select relname || ': ' || privilege || ' ' || string_agg(attname, ' ' order by attname)
            from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped,
                unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege
            where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                and relkind in ('r', 'p', 'v', 'm', 'f') and not has_table_privilege('arcline_server', c.oid, privilege)
                and has_column_privilege('arcline_server', c.oid, attnum, privilege)
            group by relname, privilege order by relname, privilege""";

    /** Sequences it may use, schemas it may add to, what it owns, roles it is a member of, attributes it has. */
    private static final String OTHER_PRIVILEGES = """
            select 'sequence ' || relname from pg_class
                where case relkind when 'S' then has_sequence_privilege('arcline_server', oid, 'USAGE, SELECT, UPDATE') end
            union all select 'schema ' || nspname from pg_namespace
                where has_schema_privilege('arcline_server', oid, 'CREATE')
            union all select 'database' where has_database_privilege('arcline_server', current_database(), 'CREATE')
            union all select 'owns ' || relname from pg_class where relowner = 'arcline_server'::regrole
            union all select 'member of ' || roleid::regrole::text from pg_auth_members
                where member = 'arcline_server'::regrole
            union all select 'attributes' from pg_roles where rolname = 'arcline_server'
                and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)""";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;

    private String database;

    @BeforeAll
    static void start() throws IOException {
        ReadyCluster.copyTo(folder);
        server = EmbeddedDatabase.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void prepareAsSupabaseDoes() throws SQLException {
        database = "test_" + System.nanoTime();
        as("postgres", EmbeddedDatabase.DATABASE, "create role anon login");
        as("postgres", EmbeddedDatabase.DATABASE, "create role authenticated login");
        as("postgres", EmbeddedDatabase.DATABASE, "create role table_owner login");
        as("postgres", EmbeddedDatabase.DATABASE, "create database " + database + " owner table_owner");
        as("table_owner", "alter default privileges in schema public grant all on tables to anon, authenticated");
    }

    @AfterEach
    void cleanUp() throws SQLException {
        as("postgres", EmbeddedDatabase.DATABASE, "drop database " + database + " with (force)");
        for (String role : ROLES) {
            as("postgres", EmbeddedDatabase.DATABASE, "drop role if exists " + role);
        }
    }

    @Test
    void anonymousClientsReadWhatIsVerifiedAndNothingElse() throws SQLException {
        migrate();
        fill();
        for (String web : List.of("anon", "authenticated")) {
            assertThat(rows(web, "select content from intel")).containsExactly("verified intel");
            assertThat(rows(web, "select content from scrappy_messages")).containsExactly("verified message");
            for (String refused : List.of(
                    "select * from logs",
                    "insert into logs (session_id, message, level) values ('CA1', 'x', 'info')",
                    "insert into intel (content, verified) values ('spam', true)",
                    "insert into intel (content) values ('spam')",
                    "insert into scrappy_messages (content, verified) values ('spam', true)",
                    "update intel set content = 'spam'",
                    "delete from scrappy_messages",
                    "truncate intel",
                    "select * from arcline_schema_history")) {
                assertThatThrownBy(() -> as(web, refused))
                        .as("%s: %s", web, refused)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void everyFurtherTableIsShutToAnonymousClients() throws SQLException {
        migrate();
        for (String table : rows(
                "table_owner",
                "select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename not in ('intel', 'scrappy_messages', 'logs', 'arcline_schema_history')")) {
            assertThat(rows("table_owner", "select relrowsecurity from pg_class where relname = '" + table + "'"))
                    .as(table)
                    .containsExactly("t");
        }
    }

    @Test
    void aDatabaseWithTheOldPoliciesGetsTheNewOnesAndKeepsItsRows() throws SQLException {
        leaveTheFirstLinesTables();
        assertThat(rows("anon", "select message from logs")).containsExactly("what a caller said");
        migrate();
        assertThatThrownBy(() -> as("anon", "select * from logs")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as("anon", "insert into intel (content, verified) values ('spam', true)"))
                .hasMessageContaining("permission denied");
        assertThat(rows("anon", "select content from intel")).containsExactly("old verified intel");
        assertThat(rows("table_owner", "select count(*) from intel")).containsExactly("2");
        assertThat(rows("table_owner", "select polname from pg_policy where polname like 'Allow anon%'"))
                .isEmpty();
    }

    @Test
    void theServersRoleDoesItsWorkAndNothingElse() throws Exception {
        as("postgres", documentedRole());
        migrate();
        fill();
        String server = "arcline_server";
        as(server, "insert into intel (id, content, faction, verified) values (gen_random_uuid(), 'new', 'f', false)");
        as(server, "insert into logs (session_id, message, level) values ('CA2', 'x', 'info')");
        as(server, "update intel set verified = true where content = 'new'");
        as(server, "delete from logs where session_id = 'CA2'");
        assertThat(rows(server, "select content from intel order by 1"))
                .containsExactly("new", "unverified intel", "verified intel");
        for (String refused : List.of(
                "update logs set message = 'forged'",
                "truncate logs",
                "update intel set id = gen_random_uuid()",
                "update intel set created_at = now()",
                "insert into intel (content, created_at) values ('backdated', '2000-01-01')",
                "drop table intel",
                "alter table intel disable row level security",
                "create table more (n int)",
                "delete from arcline_schema_history",
                "delete from moderation_audit",
                "delete from caller_audit",
                "update caller_audit set operator = 'somebody else'")) {
            assertThatThrownBy(() -> as(server, refused))
                    .as(refused)
                    .hasMessageMatching("(?s).*(permission denied|must be owner|append-only).*");
        }
    }

    /** What is not in this list, on any table, column or sequence of the database, it may not. */
    @Test
    void theServersRoleHasThesePrivilegesAndNoOthers() throws Exception {
        as("postgres", documentedRole());
        migrate();
        assertThat(rows("postgres", TABLE_PRIVILEGES))
                .containsExactly(
                        "arcline_schema_history: SELECT",
                        "caller_audit: INSERT SELECT",
                        "calls: DELETE INSERT SELECT UPDATE",
                        "intel: DELETE SELECT",
                        "logs: DELETE INSERT SELECT",
                        "moderation_audit: INSERT SELECT",
                        "post_moderation: DELETE INSERT SELECT UPDATE",
                        "relay_tokens: DELETE INSERT SELECT",
                        "scrappy_messages: DELETE SELECT",
                        "text_answers: DELETE INSERT SELECT",
                        "text_conversations: DELETE INSERT SELECT UPDATE",
                        "text_messages: DELETE INSERT SELECT UPDATE",
                        "text_opt_outs: DELETE INSERT SELECT");
        assertThat(rows("postgres", COLUMN_PRIVILEGES))
                .containsExactly(
                        "intel: INSERT content faction id verified",
                        "intel: UPDATE content verified",
                        "moderation_audit: UPDATE content_after content_before reason",
                        "scrappy_messages: INSERT content faction id verified",
                        "scrappy_messages: UPDATE content verified");
        assertThat(rows("postgres", OTHER_PRIVILEGES)).isEmpty();
    }

    @Test
    void whatModeratorsDidCannotBeChangedNotEvenByTheOwner() throws SQLException {
        migrate();
        as(
                "table_owner",
                "insert into moderation_audit (moderator, action, board, post_id, content_before)"
                        + " values ('anna', 'edit', 'intel', gen_random_uuid(), 'words')");
        for (String refused : List.of(
                "delete from moderation_audit",
                "truncate moderation_audit",
                "update moderation_audit set moderator = 'ben'",
                "update moderation_audit set content_before = 'other words'")) {
            assertThatThrownBy(() -> as("table_owner", refused)).as(refused).hasMessageContaining("append-only");
        }
        as("table_owner", "update moderation_audit set content_before = null");
    }

    private void leaveTheFirstLinesTables() throws SQLException {
        for (String table : List.of("intel", "scrappy_messages")) {
            as(
                    "table_owner",
                    "create table " + table + " (id uuid primary key default gen_random_uuid(), content text not null,"
                            + " faction text, verified boolean default false, created_at timestamptz default now())");
        }
        as(
                "table_owner",
                "create table logs (id uuid primary key default gen_random_uuid(), session_id text not null,"
                        + " message text not null, level text not null, metadata jsonb,"
                        + " created_at timestamptz default now())");
        for (String table : List.of("intel", "scrappy_messages", "logs")) {
            as("table_owner", "alter table " + table + " enable row level security");
            as(
                    "table_owner",
                    "create policy \"Allow anonymous reads\" on " + table + " for select to anon using (true)");
            as(
                    "table_owner",
                    "create policy \"Allow anonymous inserts\" on " + table + " for insert to anon with check (true)");
        }
        as("table_owner", "insert into logs (session_id, message, level) values ('CA0', 'what a caller said', 'info')");
        as("table_owner", "insert into intel (content, verified) values ('old verified intel', true), ('old', false)");
    }

    private void fill() throws SQLException {
        as("table_owner", "insert into intel (content, verified) values ('verified intel', true)");
        as("table_owner", "insert into intel (content) values ('unverified intel')");
        as("table_owner", "insert into scrappy_messages (content, verified) values ('verified message', true)");
        as("table_owner", "insert into scrappy_messages (content) values ('unverified message')");
        as("table_owner", "insert into logs (session_id, message, level) values ('CA1', 'words', 'info')");
    }

    private void migrate() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setPortNumbers(new int[] {server.port()});
        owner.setDatabaseName(database);
        owner.setUser("table_owner");
        Migration.migrate(owner);
    }

    /** The statements of docs/database.md that make the server's role. */
    private static String documentedRole() throws IOException {
        String page = Files.readString(Path.of("docs", "database.md"));
        return page.lines()
                .dropWhile(line -> !line.startsWith("create role arcline_server"))
                .takeWhile(line -> !line.startsWith("```"))
                .collect(Collectors.joining("\n"));
    }

    private void as(String role, String statement) throws SQLException {
        as(role, database, statement);
    }

    private static void as(String role, String database, String statement) throws SQLException {
        try (Connection connection = connect(role, database);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<String> rows(String role, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(role, database);
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + server.port() + "/" + database, role, "");
    }
}
