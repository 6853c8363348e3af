package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.replay.RecordedCall;
import io.arcline.faketwilio.replay.Replay;
import io.arcline.faketwilio.replay.Replayed;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What real calls sent, sent again: each caller's turn gets one reply, and the broken call an answer to its action. */
class ReplayIT {
    private static final double SPEED = 10;

    @Test
    void aCallThatTheServerDroppedIsConnectedAgain() throws Exception {
        Replayed replayed = replay("/wire/socket-drop.jsonl");
        assertThat(replies(replayed.frames().getFirst()))
                .as("the greeting, and the answer to one prompt")
                .hasSize(2);
        assertThat(replayed.answers()).hasSize(2);
        assertThat(replayed.answers().getLast().body()).contains("/twiml/ended?lost=1", "<ConversationRelay ");
    }

    @Test
    void aCallThatWasEndedGetsOneReplyToItsOnePrompt() throws Exception {
        Replayed replayed = replay("/wire/end-then-reconnect.jsonl");
        assertThat(replies(replayed.frames().getFirst())).hasSize(2);
        assertThat(replayed.answers().get(1).status()).isEqualTo(200);
    }

    private static Replayed replay(String recording) throws Exception {
        return new Replay(
                        RecordedCall.resource(recording),
                        ServerAddress.direct(Servers.development().uri("")),
                        Account.unsigned(),
                        SPEED)
                .run("/twiml");
    }

    /** The frames that close a reply. */
    private static List<String> replies(List<String> frames) {
        return frames.stream()
                .filter(frame -> Json.object(frame).getBoolean("last", false))
                .toList();
    }
}
