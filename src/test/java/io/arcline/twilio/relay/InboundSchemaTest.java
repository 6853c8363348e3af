package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The codec reads exactly the objects that the published schema calls valid. */
class InboundSchemaTest {

    private static final List<String> TYPES = List.of(
            "\"setup\"",
            "\"prompt\"",
            "\"dtmf\"",
            "\"interrupt\"",
            "\"error\"",
            "\"info\"",
            "\"mood\"",
            "\"\"",
            "1",
            "null");
    private static final List<String> FIELDS = List.of(
            "sessionId",
            "accountSid",
            "parentCallSid",
            "callSid",
            "from",
            "to",
            "forwardedFrom",
            "callType",
            "callerName",
            "direction",
            "callStatus",
            "customParameters",
            "voicePrompt",
            "lang",
            "last",
            "digit",
            "utteranceUntilInterrupt",
            "durationUntilInterruptMs",
            "description",
            "name",
            "value",
            "unheardOf");
    private static final List<String> VALUES = List.of(
            "\"\"",
            "\"words\"",
            "\"#\"",
            "\"7\"",
            "true",
            "false",
            "null",
            "12",
            "-1.5e3",
            "[]",
            "{}",
            "{\"a\":\"b\",\"c\":null}",
            "{\"a\":1}",
            "{\"a\":[]}");

    @Test
    void codecAndSchemaAgree() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String frame = frame(random);
            boolean valid = RelaySchema.INBOUND.problems(frame).isEmpty();
            assertThat(isRead(frame)).as("seed %d: %s", seed, frame).isEqualTo(valid);
            read += valid ? 1 : 0;
        }
        assertThat(read).isBetween(2_000, 18_000);
    }

    @Test
    void theyAgreeOnTheBounds() {
        assertAgreed("{\"type\":\"prompt\",\"voicePrompt\":\"" + "x".repeat(8192) + "\"}", true);
        assertAgreed("{\"type\":\"prompt\",\"voicePrompt\":\"" + "x".repeat(8193) + "\"}", false);
        assertAgreed("{\"type\":\"" + "x".repeat(64) + "\"}", true);
        assertAgreed("{\"type\":\"" + "x".repeat(65) + "\"}", false);
        assertAgreed(setupWith(32, 1), true);
        assertAgreed(setupWith(33, 1), false);
        assertAgreed(setupWith(1, 1025), false);
        assertAgreed("[]", false);
        assertAgreed("{}", false);
    }

    private static void assertAgreed(String frame, boolean valid) {
        assertThat(isRead(frame)).isEqualTo(valid);
        assertThat(RelaySchema.INBOUND.problems(frame).isEmpty()).isEqualTo(valid);
    }

    private static String frame(Random random) {
        StringBuilder frame = new StringBuilder("{\"type\":").append(pick(TYPES, random));
        for (int fields = random.nextInt(5); fields > 0; fields--) {
            frame.append(",\"").append(pick(FIELDS, random)).append("\":").append(pick(VALUES, random));
        }
        return frame.append('}').toString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String setupWith(int parameters, int length) {
        JsonObjectBuilder custom = Json.createObjectBuilder();
        for (int i = 0; i < parameters; i++) {
            custom.add("p" + i, "v".repeat(length));
        }
        return Json.createObjectBuilder()
                .add("type", "setup")
                .add("customParameters", custom)
                .build()
                .toString();
    }

    private static boolean isRead(String frame) {
        try {
            InboundCodec.decode(frame);
            return true;
        } catch (BadFrameException e) {
            return false;
        }
    }
}
