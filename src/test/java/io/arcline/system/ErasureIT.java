package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An operator erases a caller, and nobody else. */
class ErasureIT {
    private static final LibertyServer SERVER = Servers.development();

    @Test
    void everythingOfTheCallerIsGoneAndEverythingOfOthersStays() throws Exception {
        try (FakeTwilio twilio =
                FakeTwilio.to(SERVER.uri("/")).line(LineSettings.faster(20)).start()) {
            String erased = "+15550300001";
            FakeCall first = submit(twilio, erased, "erase this one");
            FakeCall second = submit(twilio, erased, "erase this too");
            FakeCall other = submit(twilio, "+15550300002", "keep this one");
            try (Connection database = SERVER.database()) {
                for (FakeCall call : new FakeCall[] {first, second, other}) {
                    Journal.awaitEntry(database, call.callSid(), "call disconnected");
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
                assertThat(SERVER.eraseCaller(erased).body()).contains("\"calls\":0");
            }
        }
        assertThat(SERVER.eraseCaller("nobody").statusCode()).isEqualTo(400);
        assertThat(SERVER.console()).doesNotContain("55503000");
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

    private static int count(Connection database, String what) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getInt(1);
        }
    }
}
