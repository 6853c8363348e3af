package io.arcline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.EmbeddedDatabase;
import io.arcline.database.KeptTable;
import io.arcline.database.Migration;
import io.arcline.hotline.errand.Errands;
import io.arcline.journal.CallerIdentity;
import io.arcline.ops.mbean.CallerPage;
import io.arcline.ops.mbean.Erasure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What is kept of two callers in a real PostgreSQL, copied and erased by the server's own role. */
class CallerRecordsTest {
    private static final String ASKING = "+15550700001";
    private static final String OTHER = "+15550700002";
    private static final CallerIdentity CALLERS = new CallerIdentity(List.of("new key", "old key"));
    private static final List<KeptTable> TABLES = List.of(
            KeptTable.ofCall("logs", "session_id"),
            KeptTable.ofCall("calls", "call_sid"),
            KeptTable.ofErrand("intel", "id"),
            KeptTable.ofErrand("scrappy_messages", "id"),
            KeptTable.ofErrand("post_moderation", "post_id"),
            KeptTable.ofErrand("moderation_audit", "post_id")
                    .forgetting("content_before", "content_after", "reason")
                    .withholding("moderator"),
            KeptTable.ofErrand("text_messages", "id"),
            KeptTable.ofCaller("text_opt_outs", "caller").staying(),
            KeptTable.ofCaller("text_conversations", "caller"));

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static PGSimpleDataSource owner;

    private final CallerRecords records = new CallerRecords(as("arcline_server"), CALLERS, TABLES);

    @BeforeAll
    static void start() throws SQLException {
        server = EmbeddedDatabase.in(folder);
        owner = as(server.user());
        run("create role arcline_server login");
        run("grant usage on schema public to arcline_server");
        Migration.migrate(owner);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        run("alter table moderation_audit disable trigger user");
        run("truncate logs, intel, scrappy_messages, post_moderation, moderation_audit, calls,"
                + " text_messages, text_opt_outs, text_conversations");
        run("alter table moderation_audit enable trigger user");
        for (int n = 0; n < 45; n++) {
            call("CA-%02d".formatted(n), CALLERS.all(ASKING).get(n % 2), true);
        }
        call("CA-live", CALLERS.of(ASKING), false);
        call("CA-other", CALLERS.of(OTHER), true);
        for (String caller : List.of(ASKING, OTHER)) {
            run("insert into text_conversations (caller, state, answers) values ('" + CALLERS.of(caller)
                    + "', '{\"of\": \"" + caller + "\"}', 1)");
            run("insert into text_opt_outs (caller) values ('" + CALLERS.of(caller) + "')");
        }
    }

    @Test
    void aCopyIsEveryCallOnceInPagesAndWhatHangsOnNone() throws SQLException {
        List<JsonObject> calls = new ArrayList<>();
        CallerPage page;
        String after = "";
        int pages = 0;
        do {
            page = records.copy(ASKING, after, "olga");
            calls.addAll(object("{\"calls\":[" + page.calls() + "]" + page.others() + "}")
                    .getJsonArray("calls")
                    .getValuesAs(JsonObject.class));
            after = page.next();
            pages++;
        } while (!after.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(calls)
                .hasSize(46)
                .extracting(call -> call.getString("callSid"))
                .doesNotHaveDuplicates()
                .contains("CA-live")
                .doesNotContain("CA-other");
        JsonObject first = calls.getFirst();
        assertThat(first.getJsonArray("logs")).hasSize(3);
        assertThat(first.getJsonArray("intel").getJsonObject(0).getString("content"))
                .isEqualTo("report of CA-00");
        JsonObject decision = first.getJsonArray("moderation_audit").getJsonObject(0);
        assertThat(decision.getString("content_before")).isEqualTo("before CA-00");
        assertThat(decision).doesNotContainKey("moderator");
        assertThat(page.others())
                .contains("text_conversations", ASKING, "text_opt_outs")
                .doesNotContain(OTHER);
        assertThat(column(
                        "select operator || ' ' || action || ' ' || calls from caller_audit order by id desc limit 3"))
                .containsExactly("olga copy 6", "olga copy 20", "olga copy 20");
    }

    @Test
    void anErasureLeavesOthersAndCallsInProgressAndWhoDidWhat() throws SQLException {
        Erasure erasure = records.erase(ASKING, "olga");
        assertThat(erasure)
                .isEqualTo(new Erasure(
                        45,
                        1,
                        135,
                        45,
                        0,
                        Map.of(
                                "logs", 135,
                                "intel", 45,
                                "moderation_audit", 45,
                                "text_messages", 45,
                                "text_conversations", 1),
                        Map.of("text_opt_outs", 1)));
        assertThat(column("select distinct session_id from logs order by 1")).containsExactly("CA-live", "CA-other");
        assertThat(column("select content from intel order by 1"))
                .containsExactly("report of CA-live", "report of CA-other");
        assertThat(column("select caller from text_conversations")).containsExactly(CALLERS.of(OTHER));
        assertThat(column("select count(*) from text_messages")).containsExactly("2");
        assertThat(column("select caller from text_opt_outs"))
                .as("who wants no text messages")
                .containsExactlyInAnyOrder(CALLERS.of(ASKING), CALLERS.of(OTHER));
        assertThat(column(
                        "select content_before from moderation_audit where post_id = '" + Errands.id("CA-00", 1) + "'"))
                .isNotEmpty()
                .containsOnlyNulls();
        assertThat(column("select sum(calls) from (select calls from caller_audit where action = 'erase'"
                        + " order by id desc limit 3) last"))
                .containsExactly("45");
        assertThat(records.erase(ASKING, "olga").calls()).isZero();
    }

    @Test
    void aCallThatWasTakenUpAgainAfterItsSessionEndedIsNotOver() throws SQLException {
        run("delete from logs where session_id like 'CA-__'");
        disconnectedSession("CA-kept");
        run("insert into calls (call_sid, generation, sequence, server, state) values ('CA-kept', 1, 2, 'one', '{}')");
        disconnectedSession("CA-resumed");
        run("insert into logs (session_id, message, level, created_at)"
                + " values ('CA-resumed', 'call resumed', 'info', now() + interval '1 second')");
        assertThat(records.erase(ASKING, "olga"))
                .extracting(Erasure::calls, Erasure::callsInProgress)
                .containsExactly(0, 3);
        run("update calls set state = null");
        run("insert into logs (session_id, message, level, created_at)"
                + " values ('CA-resumed', 'call disconnected', 'info', now() + interval '2 seconds')");
        assertThat(records.erase(ASKING, "olga"))
                .extracting(Erasure::calls, Erasure::callsInProgress)
                .containsExactly(2, 1);
        assertThat(column("select call_sid from calls")).isEmpty();
    }

    private static void disconnectedSession(String sid) throws SQLException {
        run("insert into logs (session_id, message, level, metadata) values ('" + sid
                + "', 'call connected', 'info', '{\"caller\": \"" + CALLERS.of(ASKING) + "\"}'), ('" + sid
                + "', 'call disconnected', 'info', null)");
    }

    /** A call of three entries, in which a report was stored and then edited by a moderator, and a text sent. */
    private static void call(String sid, String caller, boolean over) throws SQLException {
        UUID report = Errands.id(sid, 1);
        run("insert into logs (session_id, message, level, metadata) values ('" + sid
                + "', 'call connected', 'info', '{\"caller\": \"" + caller + "\"}'), ('" + sid
                + "', 'turn', 'info', '{\"turn\": 1}')");
        if (over) {
            run("insert into logs (session_id, message, level) values ('" + sid + "', 'call disconnected', 'info')");
        }
        run("insert into text_messages (id, part, state) values ('" + report + "', 1, 'sent')");
        run("insert into intel (id, content) values ('" + report + "', 'report of " + sid + "')");
        run("insert into moderation_audit (moderator, action, board, post_id, content_before, content_after)"
                + " values ('anna', 'edit', 'intel', '" + report + "', 'before " + sid + "', 'report of " + sid + "')");
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static PGSimpleDataSource as(String role) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(role);
        return database;
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> column(String query) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
