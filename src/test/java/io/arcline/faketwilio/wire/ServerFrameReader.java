package io.arcline.faketwilio.wire;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what the server sent. Twilio's page "WebSocket messages" has the types and their fields; of a field that it
 * does not name nothing is known, so it is reported but not refused.
 */
public final class ServerFrameReader {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "text", Set.of("type", "token", "last", "lang", "interruptible", "preemptible"),
            "play", Set.of("type", "source", "loop", "interruptible", "preemptible"),
            "sendDigits", Set.of("type", "digits"),
            "language", Set.of("type", "ttsLanguage", "transcriptionLanguage"),
            "end", Set.of("type", "handoffData"));
    private static final Set<String> UPDATES = Set.of("config", "hints");

    private ServerFrameReader() {}

    /**
     * The frame in a text.
     *
     * @param objections told of what Twilio may pass over
     * @throws FrameRefused when Twilio would answer 64107
     */
    public static ServerFrame read(String text, Consumer<String> objections) throws FrameRefused {
        JsonObject json;
        try {
            json = Json.object(text);
        } catch (JsonException e) {
            throw new FrameRefused(e.getMessage());
        }
        String type = string(json, "type", true);
        Set<String> known = FIELDS.get(type);
        if (known == null && !UPDATES.contains(type)) {
            throw new FrameRefused("unknown type \"" + type + "\"");
        }
        if (known != null) {
            json.keySet().stream()
                    .filter(field -> !known.contains(field))
                    .forEach(field -> objections.accept("unknown field \"" + field + "\" in " + type));
        }
        return frame(type, json);
    }

    private static ServerFrame frame(String type, JsonObject json) throws FrameRefused {
        return switch (type) {
            case "text" ->
                new ServerFrame.Text(
                        string(json, "token", true),
                        Boolean.TRUE.equals(flag(json, "last")),
                        string(json, "lang", false),
                        flag(json, "interruptible"),
                        flag(json, "preemptible"));
            case "play" ->
                new ServerFrame.Play(
                        string(json, "source", true),
                        loop(json),
                        flag(json, "interruptible"),
                        flag(json, "preemptible"));
            case "sendDigits" -> new ServerFrame.SendDigits(digits(string(json, "digits", true)));
            case "language" -> language(json);
            case "end" -> new ServerFrame.End(string(json, "handoffData", false));
            default -> new ServerFrame.Update(type);
        };
    }

    private static ServerFrame.Language language(JsonObject json) throws FrameRefused {
        String tts = string(json, "ttsLanguage", false);
        String transcription = string(json, "transcriptionLanguage", false);
        if (tts == null && transcription == null) {
            throw new FrameRefused("a language frame without a language");
        }
        return new ServerFrame.Language(tts, transcription);
    }

    private static String string(JsonObject json, String field, boolean required) throws FrameRefused {
        JsonValue value = json.get(field);
        if (value == null && !required) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new FrameRefused(value == null ? "no \"" + field + "\"" : "\"" + field + "\" is not a string");
    }

    private static Boolean flag(JsonObject json, String field) throws FrameRefused {
        JsonValue value = json.get(field);
        if (value == null) {
            return null;
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw new FrameRefused("\"" + field + "\" is not true or false");
    }

    private static int loop(JsonObject json) throws FrameRefused {
        JsonValue value = json.get("loop");
        if (value == null) {
            return 1;
        }
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.longValue() >= 0
                && number.longValue() <= 1000) {
            return number.intValue();
        }
        throw new FrameRefused("\"loop\" is not a number from 0 to 1000");
    }

    private static String digits(String digits) throws FrameRefused {
        if (!digits.matches("[0-9w#*]+")) {
            throw new FrameRefused("\"digits\" holds more than 0-9 w # *");
        }
        return digits;
    }
}
