package io.arcline.call;

import io.arcline.hotline.dialog.Heard;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Where a call stands as JSON, in the table of calls. */
final class StandingJson {
    // Kept: looking for the implementation costs more than the JSON.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private StandingJson() {}

    static String write(Standing standing) {
        JsonArrayBuilder inputs = BUILDERS.createArrayBuilder();
        standing.inputs().forEach(inputs::add);
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("dialog", DialogStateJson.write(standing.dialog()))
                .add("inputs", inputs);
        standing.unanswered().flatMap(StandingJson::heard).ifPresent(heard -> json.add("unanswered", heard));
        return json.build().toString();
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

    private static Optional<JsonObject> heard(Heard heard) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        return switch (heard) {
            case Heard.Speech(String text, String language) ->
                Optional.of(json.add("speech", text).add("language", language).build());
            case Heard.Keys(String digits) ->
                Optional.of(json.add("keys", digits).build());
            case Heard.Silence() -> Optional.of(json.add("silence", true).build());
            case Heard.Connected connected -> Optional.empty();
            case Heard.Resumed resumed -> Optional.empty();
            case Heard.Returned returned -> Optional.empty();
        };
    }

    private static Heard heard(JsonObject json) {
        if (json.containsKey("speech")) {
            return new Heard.Speech(json.getString("speech"), json.getString("language"));
        }
        return json.containsKey("keys") ? new Heard.Keys(json.getString("keys")) : new Heard.Silence();
    }
}
