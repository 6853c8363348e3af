package io.arcline.faketwilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.replay.RecordedCall;
import io.arcline.faketwilio.replay.RecordedEvent;
import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same call made with the fake carrier gives the same requests and frames as the recorded one. */
class LikeTheRecordingTest {
    private static final RecordedCall RECORDED = RecordedCall.resource("/wire/socket-drop.jsonl");

    @Test
    void sendsTheRecordedFramesInTheRecordedOrder() {
        AtomicInteger spoken = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {
                    if (frame.getString("type").equals("prompt") && frame.getBoolean("last")) {
                        RECORDED.out(1).forEach(out -> session.raw(out.toString()));
                    } else if (frame.getString("value", "").equals("off") && spoken.getAndIncrement() == 2) {
                        session.vanish();
                    }
                });
                FakeTwilio twilio = FakeTwilio.to(server.address())
                        .line(LineSettings.faster(50))
                        .voice("POST", "/voice")
                        .start()) {
            server.page("/voice", request -> answer(server, 0));
            server.page("/action", request -> answer(server, 1));
            FakeCall call = twilio.dial("+15550100001");
            call.awaitReply();
            call.say("Holding.");
            call.awaitEnd();

            List<JsonObject> sent =
                    call.transcript().sent().stream().map(Json::object).toList();
            List<JsonObject> recorded = RECORDED.in(1).stream()
                    .filter(frame -> !firstPartial(frame))
                    .toList();
            assertThat(sent.stream().skip(1).limit(11)).containsExactlyElementsOf(recorded.subList(1, 12));
            assertThat(sent.getFirst().keySet())
                    .containsExactlyElementsOf(recorded.getFirst().keySet());
            assertThat(fields(server, "/voice")).containsExactlyElementsOf(recordedFields(0));
            assertThat(fields(server, "/action")).containsExactlyElementsOf(recordedFields(1));
        }
    }

    /** Recognition's first guess, which no rule foretells. */
    private static boolean firstPartial(JsonObject frame) {
        return frame.getString("voicePrompt", "").equals("Hold");
    }

    private static String answer(ScriptedServer server, int number) {
        return RECORDED.events().stream()
                .<String>mapMulti((event, sink) -> {
                    if (event instanceof RecordedEvent.Answered answered) {
                        sink.accept(answered.body());
                    }
                })
                .skip(number)
                .findFirst()
                .orElseThrow()
                .replace("phone.example.net", server.address().getAuthority());
    }

    private static Stream<String> names(Form form) {
        return form.fields().stream().map(Map.Entry::getKey);
    }

    private static List<String> recordedFields(int number) {
        return RECORDED.events().stream()
                .<Form>mapMulti((event, sink) -> {
                    if (event instanceof RecordedEvent.Webhook webhook) {
                        sink.accept(webhook.form());
                    }
                })
                .skip(number)
                .findFirst()
                .map(form -> names(form).toList())
                .orElseThrow();
    }

    private static List<String> fields(ScriptedServer server, String path) {
        return List.copyOf(server.requests(path).getFirst().form().keySet());
    }
}
