package io.arcline.twilio.relay;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a recorded call, see {@code wire/README.md}. */
public record RecordedCall(String file, List<JsonObject> lines) {

    /** Both calls. */
    public static Stream<RecordedCall> all() {
        return Stream.of("socket-drop.jsonl", "end-then-reconnect.jsonl").map(RecordedCall::of);
    }

    private static RecordedCall of(String file) {
        try (InputStream in = RecordedCall.class.getResourceAsStream("/wire/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new RecordedCall(file, text.lines().map(RecordedCall::object).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The frames that went that way, "in" or "out". */
    public List<JsonObject> frames(String dir) {
        return lines.stream()
                .filter(line -> line.getString("dir").equals(dir))
                .map(line -> line.getJsonObject("frame"))
                .toList();
    }

    static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
