package io.arcline.call;

import io.arcline.hotline.dialog.Heard;
import io.arcline.json.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Where a call stands as JSON, in the table of calls. */
final class StandingJson {
    /** Without what was said. */
    private static final int LIKELY_LENGTH = 250;

    private static final int LIKELY_INPUT = 11;

    // Kept: looking for the implementation costs more than the JSON.
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private StandingJson() {}

    static String write(Standing standing) {
        JsonText json = new JsonText(LIKELY_LENGTH
                + standing.dialog().lastAnswer().length()
                + standing.inputs().size() * LIKELY_INPUT);
        json.object().name("dialog");
        DialogStateJson.write(json, standing.dialog());
        json.name("inputs").array();
        standing.inputs().forEach(json::value);
        json.endArray();
        standing.unanswered().ifPresent(heard -> unanswered(json, heard));
        return json.endObject().toString();
    }

    /** @throws IllegalArgumentException where it is nothing that {@link #write} wrote */
    static Standing read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Standing(
                    DialogStateJson.read(json.getJsonObject("dialog")),
                    Optional.ofNullable(json.getJsonObject("unanswered")).map(StandingJson::heard),
                    json.getJsonArray("inputs").getValuesAs(JsonString::getString));
        } catch (JsonException | ClassCastException | NullPointerException other) {
            throw new IllegalArgumentException("not where a call stands", other);
        }
    }

    /** What the caller did; nothing of what only the server did. */
    private static void unanswered(JsonText json, Heard heard) {
        switch (heard) {
            case Heard.Speech(String text, String language) ->
                json.name("unanswered")
                        .object()
                        .name("speech")
                        .value(text)
                        .name("language")
                        .value(language)
                        .endObject();
            case Heard.Keys(String digits) ->
                json.name("unanswered").object().name("keys").value(digits).endObject();
            case Heard.Silence() ->
                json.name("unanswered").object().name("silence").value(true).endObject();
            case Heard.Connected connected -> {}
            case Heard.Resumed resumed -> {}
            case Heard.Returned returned -> {}
        }
    }

    private static Heard heard(JsonObject json) {
        if (json.containsKey("speech")) {
            return new Heard.Speech(json.getString("speech"), json.getString("language"));
        }
        return json.containsKey("keys") ? new Heard.Keys(json.getString("keys")) : new Heard.Silence();
    }
}
