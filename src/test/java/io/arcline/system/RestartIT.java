package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second server beside the shared one: its database stays in its folder, whichever way the server ends. */
class RestartIT {

    @Test
    void whatWasAcknowledgedIsThereAfterAStopAndAfterAKill() throws Exception {
        try (LibertyServer first = LibertyServer.start("restarted", Map.of())) {
            report(first, "Before the stop, a Leaper.");
            assertThat(first.stop()).as(first.console()).isIn(0, 143);
            try (LibertyServer second = first.startAgain()) {
                report(second, "Before the kill, a Snitch.");
                second.kill();
                try (LibertyServer third = second.startAgain();
                        Connection database = third.database();
                        var rows = database.createStatement()
                                .executeQuery("select string_agg(content, ' ' order by created_at) from intel")) {
                    rows.next();
                    assertThat(rows.getString(1)).isEqualTo("Before the stop, a Leaper. Before the kill, a Snitch.");
                }
            }
        }
    }

    private static void report(LibertyServer server, String words) {
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/")).start()) {
            FakeCall call = twilio.dial("+15550100006");
            call.awaitReply();
            call.press('4');
            call.awaitAnswer();
            call.say(words);
            assertThat(Confirmations.isOne(call.awaitAnswer()))
                    .as(call.toString())
                    .isTrue();
            call.hangUp();
            call.awaitEnd();
        }
    }
}
