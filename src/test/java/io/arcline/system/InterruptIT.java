package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.wire.ServerFrame;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Shani is cut off after every word of a long reply: nothing more of it comes, and the next answer is right. */
class InterruptIT {

    @Test
    void afterEachWordOfTheGreetingTheNextAnswerIsRightAndNothingOfTheOldOneComes() throws Exception {
        LibertyServer server = Servers.development();
        String[] words = {""};
        for (int heard = 0; heard <= words.length; heard++) {
            RawCall call = RawCall.open(server, "CAinterrupt" + heard);
            String greeting = text(call.reply());
            words = greeting.split(" ");
            String played = String.join(" ", List.of(words).subList(0, Math.min(heard, words.length)));
            call.send(TwilioFrames.info("agentSpeaking", "on"));
            if (heard > 0) {
                call.send(TwilioFrames.info("clientSpeaking", "on"));
                call.send(TwilioFrames.info("tokensPlayed", played));
            }
            call.send(TwilioFrames.interrupt(heard == 0 ? "" : words[Math.min(heard, words.length) - 1], 400));
            call.send(TwilioFrames.info("agentSpeaking", "off"));
            call.send(TwilioFrames.prompt("extraction", "en-GB", true));
            String answer = text(call.reply());
            assertThat(answer)
                    .as("after %d words", heard)
                    .containsAnyOf("Where are you topside", "your position")
                    .doesNotContain("press it");
            call.send(TwilioFrames.prompt("help", "en-GB", true));
            assertThat(text(call.reply())).as("after %d words", heard).isNotBlank();
            assertThat(call.further()).isEmpty();
            assertThat(call.hangUp().code()).isEqualTo(1000);
            if (heard == 5) {
                assertThat(journalOf(server, "CAinterrupt5")).isEqualTo(played);
            }
        }
        assertThat(words.length).isGreaterThan(20);
    }

    /** What the journal has as heard of the reply that was cut off. */
    private static String journalOf(LibertyServer server, String callSid) throws Exception {
        try (var database = server.database()) {
            Journal.awaitEntry(database, callSid, "interrupted");
            try (var statement = database.prepareStatement(
                    "select metadata->>'heard' from logs where session_id = ? and message = 'interrupted'")) {
                statement.setString(1, callSid);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }
    }

    private static String text(List<ServerFrame.Text> parts) {
        return parts.stream().map(ServerFrame.Text::token).collect(Collectors.joining());
    }
}
