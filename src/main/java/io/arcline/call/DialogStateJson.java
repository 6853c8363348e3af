package io.arcline.call;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;

/** The dialog's state as JSON: in the table of calls and in the webhook's memory. */
public final class DialogStateJson {
    private static final int LONGEST_TEXT = 20_000;

    // Kept: looking for the implementation costs more than the JSON.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private DialogStateJson() {}

    public static JsonObject write(DialogState state) {
        JsonArrayBuilder between = BUILDERS.createArrayBuilder();
        state.between().forEach(hotline -> between.add(hotline.name()));
        return BUILDERS.createObjectBuilder()
                .add("hotline", state.hotline().name())
                .add("step", state.step().name())
                .add("language", state.language())
                .add("heardLanguage", state.heardLanguage())
                .add("turns", state.turns())
                .add("lastAnswer", state.lastAnswer())
                .add("kept", state.kept())
                .add("between", between)
                .add("misunderstood", state.misunderstood())
                .add("silences", state.silences())
                .add("errands", state.errands())
                .build();
    }

    /** @throws IllegalArgumentException where it is no state that {@link #write} wrote */
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
