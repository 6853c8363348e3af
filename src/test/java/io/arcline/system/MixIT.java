package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.mix.CallMix;
import io.arcline.faketwilio.mix.MixResult;
import io.arcline.faketwilio.mix.MixedCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hundred calls, fifty at a time: all end properly, and the tables hold what was acknowledged, each once. */
class MixIT {
    private static final long SEED = 20261122;

    @Test
    void twoHundredCallsEndProperlyAndWhatWasAcknowledgedIsStoredOnce() throws Exception {
        LibertyServer server = Servers.development();
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                .line(LineSettings.faster(20))
                .patience(Duration.ofSeconds(30))
                .start()) {
            MixResult result = new CallMix(twilio, SEED, Confirmations::isOne).run(200, 50);
            assertThat(result.problems()).isEmpty();
            assertThat(result.unacknowledged()).isEmpty();
            try (Connection database = server.database()) {
                assertThat(contents(database, "intel")).containsExactlyInAnyOrderElementsOf(result.reports());
                assertThat(contents(database, "scrappy_messages"))
                        .containsExactlyInAnyOrderElementsOf(result.messages());
                for (MixedCall call : result.calls()) {
                    Journal.awaitEntry(database, call.callSid(), "call disconnected");
                    assertThat(Journal.messages(database, call.callSid()))
                            .startsWith("call connected", "turn")
                            .contains("call ended by the hotline")
                            .endsWith("call disconnected");
                }
            }
        }
    }

    private static List<String> contents(Connection database, String table) throws SQLException {
        try (var statement = database.prepareStatement("select content from " + table + " where content like ?");
                var rows = with(statement, "%of mix " + SEED)) {
            List<String> contents = new ArrayList<>();
            while (rows.next()) {
                contents.add(rows.getString(1));
            }
            return contents;
        }
    }

    private static java.sql.ResultSet with(java.sql.PreparedStatement statement, String value) throws SQLException {
        statement.setString(1, value);
        return statement.executeQuery();
    }
}
