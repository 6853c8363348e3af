package io.arcline.twilio.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The published schema of the frames. */
final class RelaySchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Twilio sends. */
    static final RelaySchema INBOUND = new RelaySchema("inbound");

    /** What is sent to Twilio. */
    static final RelaySchema OUTBOUND = new RelaySchema("outbound");

    private final JsonSchema schema;

    private RelaySchema(String direction) {
        ObjectNode published = read();
        published.remove("anyOf");
        published.put("$ref", "#/$defs/" + direction);
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(published);
    }

    private static ObjectNode read() {
        try (InputStream in = Inbound.class.getResourceAsStream("conversationrelay.schema.json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema finds wrong with the frame; nothing where it is valid. */
    List<String> problems(String frame) {
        try {
            return schema.validate(JSON.readTree(frame)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of everything that the schema defines. */
    static List<String> definitions() {
        return read().get("$defs").properties().stream().map(Map.Entry::getKey).toList();
    }
}
