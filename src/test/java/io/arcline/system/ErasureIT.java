package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.webhook.Webhooks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator erases a caller, and nobody else; and gives callers their own copy. */
class ErasureIT {
    private static final LibertyServer SERVER = Servers.development();

    @Test
    void everythingOfTheCallerIsGoneAndEverythingOfOthersStays() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.to(SERVER.uri("/"))
                .line(LineSettings.faster(20))
                .patience(Duration.ofSeconds(60))
                .start()) {
            String erased = "+15550300001";
            FakeCall first = submit(twilio, erased, "erase this one");
            FakeCall second = submit(twilio, erased, "erase this too");
            FakeCall other = submit(twilio, "+15550300002", "keep this one");
            try (Connection database = SERVER.database()) {
                for (FakeCall call : new FakeCall[] {first, second, other}) {
                    Journal.awaitOver(database, call.callSid());
                }
                assertThat(count(database, "logs where metadata::text like '%55503000%'"))
                        .as("numbers in the journal")
                        .isZero();
                String answer = SERVER.eraseCaller(erased).body();
                assertThat(answer).contains("\"calls\":2", "\"reports\":2", "\"messages\":0");
                assertThat(count(database, "intel where content like 'erase this%'"))
                        .isZero();
                assertThat(count(database, "intel where content = 'keep this one'"))
                        .isEqualTo(1);
                assertThat(Journal.messages(database, first.callSid())).isEmpty();
                assertThat(Journal.messages(database, second.callSid())).isEmpty();
                assertThat(Journal.messages(database, other.callSid())).contains("call connected");
                assertThat(column(
                                database,
                                "select operator || ' ' || action || ' ' || calls from caller_audit"
                                        + " where action = 'erase' order by id desc limit 1"))
                        .containsExactly("operator erase 2");
                assertThat(SERVER.eraseCaller(erased).body()).contains("\"calls\":0");
            }
        }
        assertThat(SERVER.eraseCaller("nobody").statusCode()).isEqualTo(400);
        assertThat(SERVER.console()).doesNotContain("55503000");
    }

    @Test
    void aCallersCopyHasEveryCallAndWhatCameOfItAndNothingOfOthers() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.to(SERVER.uri("/"))
                .line(LineSettings.faster(20))
                .patience(Duration.ofSeconds(60))
                .start()) {
            String asking = "+15550300011";
            List<String> calls = new ArrayList<>();
            for (int n = 0; n < 21; n++) {
                calls.add(submit(twilio, asking, "copy this one, number " + n).callSid());
            }
            FakeCall other = submit(twilio, "+15550300012", "keep this to yourself");
            try (Connection database = SERVER.database()) {
                for (String call : calls) {
                    Journal.awaitEntry(database, call, "call disconnected");
                }
                String answer = SERVER.copyOfCaller(asking).body();
                assertThat(answer).doesNotContain(other.callSid(), "keep this to yourself", "55503000");
                JsonObject copy = Json.createReader(new StringReader(answer)).readObject();
                List<JsonObject> copied = copy.getJsonArray("calls").getValuesAs(JsonObject.class);
                assertThat(copied)
                        .extracting(call -> call.getString("callSid"))
                        .containsExactlyInAnyOrderElementsOf(calls);
                assertThat(copied).allSatisfy(call -> {
                    assertThat(call.getJsonArray("intel").getJsonObject(0).getString("content"))
                            .isEqualTo("copy this one, number " + calls.indexOf(call.getString("callSid")));
                    assertThat(call.getJsonArray("logs")).hasSizeGreaterThan(4);
                });
                assertThat(column(
                                database,
                                "select operator || ' ' || action || ' ' || calls from caller_audit"
                                        + " where action = 'copy' order by id desc limit 2"))
                        .as("a page each")
                        .containsExactly("operator copy 1", "operator copy 20");
            }
            assertThat(SERVER.copyOfCaller("+15550300013").body()).isEqualTo("{\"calls\":[]}");
        }
        assertThat(SERVER.copyOfCaller("nobody").statusCode()).isEqualTo(400);
        assertThat(SERVER.console()).doesNotContain("55503000");
    }

    @Test
    void aCallInProgressIsLeftAndToldOf() throws Exception {
        String number = "+15550300021";
        try (FakeTwilio twilio = FakeTwilio.to(SERVER.uri("/"))
                .line(LineSettings.faster(20))
                .patience(Duration.ofSeconds(60))
                .start()) {
            FakeCall call = twilio.dial(number);
            call.awaitReply();
            try (Connection database = SERVER.database()) {
                Journal.awaitEntry(database, call.callSid(), "call connected");
                assertThat(SERVER.eraseCaller(number).body()).contains("\"calls\":0", "\"callsInProgress\":1");
                call.say("goodbye");
                assertThat(call.awaitEnd().proper()).isTrue();
                Journal.awaitOver(database, call.callSid());
                assertThat(SERVER.eraseCaller(number).body()).contains("\"calls\":1", "\"callsInProgress\":0");
                assertThat(Journal.messages(database, call.callSid())).isEmpty();
            }
        }
    }

    @Test
    void conversationsByTextAreErasedAndWhoWantsNoneIsNotTextedAgain() throws Exception {
        String from = "+15550300031";
        try (Connection database = SERVER.database()) {
            int optedOut = count(database, "text_opt_outs");
            text(from, "SMerase1", "loot");
            text(from, "SMerase2", "a rusted gear that is to be erased");
            Journal.awaitEntry(database, "SMerase2", "text received");
            assertThat(SERVER.eraseCaller(from).body())
                    .contains("\"text_conversations\":1", "\"text_answers\":2", "\"logs\":2")
                    .contains("\"stayed\":{}");
            assertThat(count(database, "text_answers where message_sid like 'SMerase%'"))
                    .isZero();
            text(from, "SMerase3", "STOP");
            assertThat(SERVER.eraseCaller(from).body()).contains("\"stayed\":{\"text_opt_outs\":1}");
            assertThat(SERVER.copyOfCaller(from).body()).contains("text_opt_outs");
            assertThat(count(database, "text_opt_outs")).isEqualTo(optedOut + 1);
            text(from, "SMerase4", "START");
            assertThat(count(database, "text_opt_outs")).isEqualTo(optedOut);
        }
        assertThat(SERVER.console()).doesNotContain("55503000");
    }

    private static void text(String from, String messageSid, String body) throws IOException {
        try (Webhooks webhooks = new Webhooks(Account.unsigned(), ServerAddress.direct(SERVER.uri("/")))) {
            Form form = Form.of("MessageSid", messageSid, "From", from, "To", "+15550100009", "Body", body);
            assertThat(webhooks.call("POST", SERVER.uri("/sms").toString(), form)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static FakeCall submit(FakeTwilio twilio, String from, String report) {
        FakeCall call = twilio.dial(from);
        call.awaitReply();
        call.say("submit intel");
        call.awaitAnswer();
        call.say(report);
        assertThat(Confirmations.isOne(call.awaitAnswer())).isTrue();
        call.say("goodbye");
        assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
        return call;
    }

    private static List<String> column(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static int count(Connection database, String what) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getInt(1);
        }
    }
}
