package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.wire.ServerFrame;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two prompts in one packet while the store takes 800 ms over the first: each is answered once, in order. */
class SlowStoreIT {
    private static final String CALL = "CAslowstore";
    private static final String REPORT = "Two Leapers circle the old weather mast";

    @Test
    void eachPromptIsAnsweredOnceInOrder() throws Exception {
        LibertyServer server = Servers.development();
        try (Connection database = server.database();
                var statement = database.createStatement()) {
            RawCall call = RawCall.open(server, CALL);
            call.reply();
            call.send(TwilioFrames.prompt("submit intel", "en-GB", true));
            call.reply();
            database.setAutoCommit(false);
            statement.execute("lock table intel in access exclusive mode");
            call.sendTogether(
                    TwilioFrames.prompt(REPORT, "en-GB", true), TwilioFrames.prompt("main menu", "en-GB", true));
            statement.execute("select pg_sleep(0.8)");
            assertThat(call.further())
                    .as("nothing is called saved, and the second prompt not answered, before the store has it")
                    .allMatch(frame -> frame instanceof ServerFrame.Text text && !text.last());
            database.commit();
            assertThat(Confirmations.STORED.in(text(call.reply()))).isTrue();
            assertThat(text(call.reply())).containsIgnoringCase("extraction");
            call.send(TwilioFrames.prompt("help", "en-GB", true));
            assertThat(text(call.reply())).isNotBlank();
            assertThat(call.further()).isEmpty();
            assertThat(call.hangUp().code()).isEqualTo(1000);
            try (var count = database.prepareStatement("select count(*) from intel where content = ?")) {
                count.setString(1, REPORT);
                try (ResultSet rows = count.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(1)).isEqualTo(1);
                }
            }
            database.commit();
        }
    }

    private static String text(List<ServerFrame.Text> parts) {
        return parts.stream().map(ServerFrame.Text::token).collect(Collectors.joining());
    }
}
