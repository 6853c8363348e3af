package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.twilio.relay.Inbound.Info;
import io.arcline.twilio.relay.Inbound.Prompt;
import io.arcline.twilio.relay.Inbound.Setup;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Twilio really sent is read as it was meant, and what was really sent to it is written the same. */
class RecordedFramesTest {

    @ParameterizedTest
    @MethodSource("io.arcline.twilio.relay.RecordedCall#all")
    void everyFrameFromTwilioIsRead(RecordedCall call) throws BadFrameException {
        assertThat(call.frames("in")).isNotEmpty();
        for (JsonObject frame : call.frames("in")) {
            assertThat(InboundCodec.decode(frame.toString())).isEqualTo(expected(frame));
            assertThat(RelaySchema.INBOUND.problems(frame.toString())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arcline.twilio.relay.RecordedCall#all")
    void everyFrameToTwilioIsWrittenTheSame(RecordedCall call) {
        assertThat(call.frames("out")).isNotEmpty();
        for (JsonObject frame : call.frames("out")) {
            Outbound message = switch (frame.getString("type")) {
                case "text" -> new Outbound.Text(frame.getString("token"), frame.getBoolean("last"));
                case "end" -> new Outbound.End(frame.getString("handoffData"));
                default -> throw new AssertionError(frame);
            };
            assertThat(RecordedCall.object(OutboundCodec.encode(message))).isEqualTo(frame);
            assertThat(RelaySchema.OUTBOUND.problems(frame.toString())).isEmpty();
        }
    }

    private static Inbound expected(JsonObject frame) {
        return switch (frame.getString("type")) {
            case "setup" ->
                new Setup(
                        frame.getString("sessionId"),
                        "AC00000000000000000000000000000000",
                        "",
                        "CA00000000000000000000000000000001",
                        "+15550100001",
                        "+15550100001",
                        "+15550100001",
                        "PSTN",
                        "",
                        "inbound",
                        frame.getString("callStatus"),
                        Map.of());
            case "prompt" -> new Prompt(frame.getString("voicePrompt"), "en", frame.getBoolean("last"));
            case "info" -> new Info(frame.getString("name"), frame.getString("value"));
            default -> throw new AssertionError(frame);
        };
    }
}
