package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random and mutated frames: the same are JSON to our reader as to a JSON-P implementation, and they say the same. */
class InboundOracleTest {

    private static final JsonParserFactory ORACLE = Json.createParserFactory(Map.of());
    private static final int FRAMES = 60_000;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u",
            "\\ud83d",
            "\\udE00",
            "\\n",
            "\\x",
            "0",
            "-",
            "01",
            "1.",
            ".5",
            "1e5",
            "1e999999999",
            "-0",
            "true",
            "false",
            "null",
            "tru",
            " ",
            "\t",
            "\n",
            "\u0000",
            "\u001f",
            "\u007f",
            "\uFEFF",
            "\u2028",
            "\u00a0",
            "\uD83D",
            "é",
            "\"type\"",
            "\"last\"",
            "\"digit\"",
            "{}",
            "[[",
            "\"a\":1,",
            "//",
            "'",
            "NaN");

    @Test
    void mutatedFramesAreReadAsTheOracleReadsThem() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> corpus = corpus();
        for (int i = 0; i < FRAMES; i++) {
            String frame = mutate(corpus.get(random.nextInt(corpus.size())), random);
            try {
                compare(frame);
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed + ", frame " + shown(frame), e);
            }
        }
    }

    private static void compare(String frame) {
        Optional<JsonObject> oracle;
        try {
            oracle = oracle(frame);
        } catch (NumberFormatException beyondTheOracle) {
            oracle = null;
        }
        try {
            Inbound message = InboundCodec.decode(frame);
            if (oracle != null) {
                assertThat(oracle).as("what only we read").isPresent();
                assertSame(message, oracle.get());
            }
        } catch (BadFrameException e) {
            if (oracle != null
                    && e.getMessage().startsWith("not ")
                    && e.getMessage().contains("JSON")) {
                assertThat(oracle).as("what only the oracle reads").isEmpty();
            }
        }
    }

    private static void assertSame(Inbound message, JsonObject oracle) {
        assertThat(typeOf(message)).isEqualTo(text(oracle, "type"));
        if (message instanceof Inbound.Prompt prompt) {
            assertThat(prompt.voicePrompt()).isEqualTo(text(oracle, "voicePrompt"));
        }
    }

    private static List<String> corpus() {
        List<String> corpus = new ArrayList<>(RecordedCall.all()
                .flatMap(call -> call.frames("in").stream())
                .map(Object::toString)
                .toList());
        corpus.add(
                "{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"a \\\"b\\\" \\u00e9\",\"durationUntilInterruptMs\":-4.60e+2}");
        corpus.add(
                "{ \"type\" : \"prompt\" , \"x\" : [ 1 , { \"y\" : [ ] , \"z\" : { } } , -0.5E-3 , null ] , \"last\" : true }");
        return corpus;
    }

    private static String mutate(String frame, Random random) {
        StringBuilder text = new StringBuilder(frame);
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.delete(at, end);
                default -> text.setLength(random.nextInt(8) == 0 ? at : text.length());
            }
        }
        return text.toString();
    }

    /**
     * The object that the frame is.
     *
     * @throws NumberFormatException where it holds a number too large for the oracle
     */
    private static Optional<JsonObject> oracle(String frame) {
        try (JsonParser parser = ORACLE.createParser(new StringReader(frame))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                return Optional.empty();
            }
            JsonObject object = parser.getObject();
            return parser.hasNext() ? Optional.empty() : Optional.of(object);
        } catch (JsonException | NoSuchElementException notJson) {
            return Optional.empty();
        }
    }

    /** In ASCII, so that no report chokes on it. */
    private static String shown(String frame) {
        return frame.codePoints()
                .mapToObj(c -> c >= ' ' && c < 127 ? Character.toString(c) : "<%04x>".formatted(c))
                .collect(Collectors.joining());
    }

    private static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL ? "" : WellFormed.text(object.getString(name));
    }

    private static String typeOf(Inbound message) {
        return switch (message) {
            case Inbound.Setup setup -> "setup";
            case Inbound.Prompt prompt -> "prompt";
            case Inbound.Dtmf dtmf -> "dtmf";
            case Inbound.Interrupt interrupt -> "interrupt";
            case Inbound.ErrorReport error -> "error";
            case Inbound.Info info -> "info";
            case Inbound.Unknown unknown -> unknown.type();
        };
    }
}
