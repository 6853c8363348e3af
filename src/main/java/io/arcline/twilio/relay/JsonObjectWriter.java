package io.arcline.twilio.relay;

import io.arcline.json.JsonText;

/**
 * Writes one JSON object with a {@code type} and further members; a member whose value is null is left out. For one
 * thread.
 */
final class JsonObjectWriter {

    private final JsonText out;

    /**
     * @param type what the object's {@code type} says
     * @param size about how many characters its values have
     */
    JsonObjectWriter(String type, int size) {
        out = new JsonText(size + 64).object().name("type").value(type);
    }

    JsonObjectWriter string(String name, String value) {
        if (value != null) {
            out.name(name).value(WellFormed.text(value));
        }
        return this;
    }

    /** A number or a boolean, written as {@code value} prints. */
    JsonObjectWriter bare(String name, Object value) {
        if (value != null) {
            out.name(name).json(value.toString());
        }
        return this;
    }

    String end() {
        return out.endObject().toString();
    }
}
