package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.database.KeptTable;
import io.arcline.database.Retention;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole hotline, with a server that has the role {@code arcline_server} in its database and nothing more. */
class LeastPrivilegeIT {
    private static final LibertyServer SERVER = Servers.production();
    private static final String OVER_THE_MARSH = "three Snitches over the marsh";

    @Test
    void everythingThatCallersAndOperatorsDoWorks() throws Exception {
        String number = "+15550500001";
        try (FakeTwilio twilio = FakeTwilio.to(new SignedTwilio(SERVER).address())
                        .signing(Servers.AUTH_TOKEN)
                        .line(LineSettings.faster(20))
                        .patience(Duration.ofSeconds(60))
                        .start();
                Connection database = Servers.productionDatabase("postgres")) {
            FakeCall call = twilio.dial(number);
            call.awaitReply();
            for (String[] stored : new String[][] {
                {"submit intel", OVER_THE_MARSH}, {"talk to Scrappy", "tell him that he is a good bird"}
            }) {
                call.say(stored[0]);
                call.awaitAnswer();
                call.say(stored[1]);
                assertThat(Confirmations.isOne(call.awaitAnswer()))
                        .as(call.toString())
                        .isTrue();
            }
            String id = column(database, "select id from intel where content = '" + OVER_THE_MARSH + "'")
                    .getFirst();
            Operator operator = new Operator("operators-password");
            assertThat(operator.post(SERVER.managementUri("/api/moderation/intel/" + id + "/verify"), "{\"version\":0}")
                            .statusCode())
                    .isEqualTo(200);
            call.say("listen to intel");
            assertThat(call.awaitAnswer().text()).contains(OVER_THE_MARSH);
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
            Journal.awaitOver(database, call.callSid());
            assertThat(SERVER.operator("/api/calls/" + call.callSid() + "/journal")
                            .body())
                    .contains("call connected");
            assertThat(SERVER.copyOfCaller(number).body()).contains(OVER_THE_MARSH, "good bird");
            assertThat(SERVER.eraseCaller(number).body()).contains("\"calls\":1", "\"reports\":1", "\"messages\":1");
            assertThat(column(database, "select content from intel where id = '" + id + "'"))
                    .isEmpty();
            assertThat(column(
                            database,
                            "select distinct usename from pg_stat_activity"
                                    + " where application_name = 'ARC Line' and datname = current_database()"
                                    + " and usename <> 'arcline_owner'"))
                    .as("who works in the database")
                    .containsExactly("arcline_server");
        }
    }

    @Test
    void theRoleDeletesWhatIsOld() throws SQLException {
        try (Connection owner = Servers.productionDatabase("arcline_owner");
                Statement sql = owner.createStatement()) {
            sql.execute("insert into logs (session_id, message, level, created_at)"
                    + " select 'CA-old', 'old', 'info', timestamptz '2020-01-01 00:00Z' from generate_series(1, 3)");
        }
        try (Connection any = Servers.productionDatabase("arcline_server")) {
            PGSimpleDataSource server = new PGSimpleDataSource();
            server.setUrl(any.getMetaData().getURL());
            server.setUser("arcline_server");
            Map<String, Long> deleted = new Retention(
                            server,
                            List.of(KeptTable.ofCall("logs", "session_id").until("created_at", Duration.ofDays(365))),
                            InstantSource.system())
                    .run();
            // The server itself may have been there first.
            assertThat(deleted.getOrDefault("logs", 3L)).isEqualTo(3);
            assertThat(column(any, "select id from logs where session_id = 'CA-old'"))
                    .isEmpty();
        }
    }

    @Test
    void thereIsNothingThatItMayDoAndDoesNotNeed() throws SQLException {
        try (Connection server = Servers.productionDatabase("arcline_server")) {
            for (String refused : List.of(
                    "update logs set message = 'forged'",
                    "update intel set created_at = now()",
                    "update moderation_audit set moderator = 'somebody else'",
                    "delete from moderation_audit",
                    "delete from caller_audit",
                    "delete from arcline_schema_history",
                    "truncate intel",
                    "alter table intel disable row level security",
                    "drop table logs",
                    "create table more (n int)",
                    "create role another",
                    "set role arcline_owner")) {
                assertThatThrownBy(() -> {
                            try (Statement sql = server.createStatement()) {
                                sql.execute(refused);
                            }
                        })
                        .as(refused)
                        .hasMessageMatching("(?s).*(permission denied|must be owner|append-only).*");
            }
            assertThat(column(
                            server,
                            "select table_name || ' ' || privilege_type from information_schema.table_privileges"
                                    + " where grantee = 'arcline_server' and privilege_type not in"
                                    + " ('SELECT', 'INSERT', 'UPDATE', 'DELETE')"))
                    .isEmpty();
            assertThat(column(
                            server,
                            "select rolname from pg_roles where rolname = 'arcline_server' and not"
                                    + " (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)"))
                    .containsExactly("arcline_server");
        }
    }

    private static List<String> column(Connection database, String query) throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
