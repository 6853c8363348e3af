package io.arcline.faketwilio.wire;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;

/** JSON-P with its provider looked up once: the lookup costs more than a frame. */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    private Json() {}

    /**
     * The object that a text holds.
     *
     * @throws JsonException when it is not JSON or not an object
     */
    public static JsonObject object(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new JsonException("not an object");
        } catch (JsonParsingException e) {
            throw new JsonException("not JSON", e);
        }
    }

    /** A new object, whose fields keep the order in which they are added. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }
}
