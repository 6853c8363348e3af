package io.arcline.faketwilio.wire;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;

/** JSON-P with its provider looked up once: the lookup costs more than a frame. */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());

    private Json() {}

    /**
     * The object that a text holds, and nothing after it.
     *
     * @throws JsonException when it is not JSON or not an object
     */
    public static JsonObject object(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw new JsonException("not an object");
            }
            JsonObject object = parser.getObject();
            if (parser.hasNext()) {
                throw new JsonException("not JSON: more after the object");
            }
            return object;
        } catch (JsonParsingException | java.util.NoSuchElementException e) {
            throw new JsonException("not JSON", e);
        }
    }

    /** A new object, whose fields keep the order in which they are added. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }
}
