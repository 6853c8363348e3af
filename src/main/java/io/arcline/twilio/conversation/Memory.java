package io.arcline.twilio.conversation;

import io.arcline.call.DialogStateJson;
import io.arcline.hotline.dialog.DialogState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** The dialog's state in the webhook's {@code Memory}, beside what Twilio and others keep there. */
final class Memory {
    private static final String OURS = "arcline";

    private Memory() {}

    /** What is remembered; the beginning of a conversation where there is nothing or nothing that makes sense. */
    static DialogState read(String memory) {
        if (memory.isBlank()) {
            return DialogState.initial();
        }
        try (JsonReader reader = Json.createReader(new StringReader(memory))) {
            JsonValue ours = reader.readObject().get(OURS);
            return ours instanceof JsonObject state ? DialogStateJson.read(state) : DialogState.initial();
        } catch (RuntimeException senseless) {
            // JSON-P's reader throws more than its own exceptions on hostile input: nested too deep, numbers too large.
            return DialogState.initial();
        }
    }

    static JsonObject write(DialogState state) {
        return Json.createObjectBuilder()
                .add(OURS, DialogStateJson.write(state))
                .build();
    }
}
