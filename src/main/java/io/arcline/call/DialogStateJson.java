package io.arcline.call;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.json.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** The dialog's state as JSON: in the table of calls and in the webhook's memory. */
public final class DialogStateJson {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LIKELY_LENGTH = 250;

    // Kept: looking for the implementation costs more than the JSON.
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private DialogStateJson() {}

    /** As an object, for those who put it into one of theirs. */
    public static JsonObject write(DialogState state) {
        try (JsonReader reader = READERS.createReader(new StringReader(text(state)))) {
            return reader.readObject();
        }
    }

    /** As text on one line. */
    public static String text(DialogState state) {
        JsonText json = new JsonText(LIKELY_LENGTH + state.lastAnswer().length());
        write(json, state);
        return json.toString();
    }

    static void write(JsonText json, DialogState state) {
        json.object();
        json.name("hotline").value(state.hotline().name());
        json.name("step").value(state.step().name());
        json.name("language").value(state.language());
        json.name("heardLanguage").value(state.heardLanguage());
        json.name("turns").value(state.turns());
        json.name("lastAnswer").value(state.lastAnswer());
        json.name("kept").value(state.kept());
        json.name("between").array();
        state.between().forEach(hotline -> json.value(hotline.name()));
        json.endArray();
        json.name("misunderstood").value(state.misunderstood());
        json.name("silences").value(state.silences());
        json.name("errands").value(state.errands());
        json.endObject();
    }

    /** @throws IllegalArgumentException where it is no state that {@link #text} wrote */
    public static DialogState read(JsonObject json) {
        try {
            List<Hotline> between = json.getJsonArray("between").getValuesAs(JsonString.class).stream()
                    .map(name -> Hotline.valueOf(name.getString()))
                    .toList();
            return new DialogState(
                    Hotline.valueOf(json.getString("hotline")),
                    DialogState.Step.valueOf(json.getString("step")),
                    text(json, "language"),
                    text(json, "heardLanguage"),
                    count(json, "turns"),
                    text(json, "lastAnswer"),
                    text(json, "kept"),
                    between,
                    count(json, "misunderstood"),
                    count(json, "silences"),
                    count(json, "errands"));
        } catch (ClassCastException | NullPointerException other) {
            throw new IllegalArgumentException("not a dialog's state", other);
        }
    }

    private static String text(JsonObject json, String name) {
        String text = json.getString(name);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " is too long");
        }
        return text;
    }

    private static int count(JsonObject json, String name) {
        int count = json.getInt(name);
        if (count < 0) {
            throw new IllegalArgumentException(name + " is negative");
        }
        return count;
    }
}
