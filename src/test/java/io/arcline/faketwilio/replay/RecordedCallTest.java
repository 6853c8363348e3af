package io.arcline.faketwilio.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class RecordedCallTest {
    private static final RecordedCall RECONNECT = RecordedCall.resource("/wire/end-then-reconnect.jsonl");
    private static final RecordedCall DROP = RecordedCall.resource("/wire/socket-drop.jsonl");

    @Test
    void readsEveryLineOfTheRecordings() {
        assertThat(RECONNECT.events()).hasSize(37);
        assertThat(DROP.events()).hasSize(24);
        assertThat(RECONNECT.in(1))
                .hasSize(13)
                .first()
                .extracting(frame -> frame.getString("type"))
                .isEqualTo("setup");
        assertThat(RECONNECT.in(2)).hasSize(7);
        assertThat(RECONNECT.out(1)).hasSize(4);
        assertThat(RECONNECT.out(2)).hasSize(2);
        assertThat(DROP.events()).contains(new RecordedEvent.Closed(515920, 1, 1006, ""));
        assertThat(DROP.events().getFirst()).isInstanceOfSatisfying(RecordedEvent.Webhook.class, webhook -> {
            assertThat(webhook.form().value("StirVerstat")).contains("TN-Validation-Passed-C");
            assertThat(webhook.form().fields()).hasSize(27);
        });
    }

    @Test
    void refusesALineOfAnotherKind() {
        byte[] strange = "{\"ms\":1,\"dir\":\"up\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> RecordedCall.read(new ByteArrayInputStream(strange)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsAServerWhatTwilioSentAndReturnsWhatItAnswered() throws Exception {
        Queue<JsonObject> heard = new ConcurrentLinkedQueue<>();
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {
            heard.add(frame);
            if (frame.getString("type").equals("prompt") && frame.getBoolean("last")) {
                session.reply("Copy that.");
            }
        })) {
            server.page("/ended", request -> server.connect(""));
            Replayed replayed = new Replay(RECONNECT, ServerAddress.direct(server.address()), Account.unsigned(), 200)
                    .run("/twiml");

            assertThat(replayed.unconnected()).isFalse();
            assertThat(replayed.answers()).hasSize(3);
            assertThat(replayed.frames()).hasSize(2);
            assertThat(replayed.frames().getFirst().stream().map(Json::object).map(frame -> frame.getString("token")))
                    .containsExactly("Copy", " that.");
            List<JsonObject> sent = heard.stream()
                    .filter(frame -> !frame.getString("type").equals("setup"))
                    .toList();
            assertThat(sent)
                    .containsExactlyElementsOf(java.util.stream.Stream.of(RECONNECT.in(1), RECONNECT.in(2))
                            .flatMap(List::stream)
                            .filter(frame -> !frame.getString("type").equals("setup"))
                            .toList());
            String callSid = server.requests("/twiml").getFirst().form().get("CallSid");
            assertThat(heard)
                    .filteredOn(frame -> frame.getString("type").equals("setup"))
                    .hasSize(2)
                    .allSatisfy(setup -> assertThat(setup.getString("callSid")).isEqualTo(callSid));
        }
    }

    @Test
    void losesTheSocketWhereTheRecordingDoesAndTellsTheAction() throws Exception {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {})) {
            Replayed replayed =
                    new Replay(DROP, ServerAddress.direct(server.address()), Account.unsigned(), 200).run("/twiml");

            assertThat(replayed.answers()).hasSize(2);
            assertThat(server.requests("/ended").getFirst().form())
                    .containsEntry("SessionStatus", "failed")
                    .containsEntry("ErrorCode", "64105");
        }
    }
}
