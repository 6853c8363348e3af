package io.arcline.web.phone;

import io.arcline.call.DialogStateJson;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.meaning.Asked;
import io.arcline.hotline.meaning.Meaning;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.Supplier;

/** What the dialog makes of words in a state: asked once more, of the same pure function, since the call itself does not tell. */
public final class Understood {
    private final Supplier<Dialog> present;

    /** @param present the dialog as its words stand at the moment */
    public Understood(Supplier<Dialog> present) {
        this.present = present;
    }

    /**
     * The meaning.
     *
     * @param question the words as {@code heard} and the state as {@link DialogStateJson} writes it; null where a call begins
     * @throws IllegalArgumentException when there is no such state
     */
    JsonObject of(JsonObject question) {
        DialogState state = question.isNull("state")
                ? DialogState.initial()
                : DialogStateJson.read(question.getJsonObject("state"));
        Dialog dialog = present.get();
        Asked asked = dialog.askedIn(state);
        JsonObjectBuilder answer = Json.createObjectBuilder().add("asked", inWords(asked));
        Meaning meaning = dialog.meaning(state, question.getString("heard"));
        switch (meaning) {
            case Meaning.Chosen(var hotline, double confidence) ->
                answer.add("text", "the hotline " + hotline.id()).add("confidence", confidence);
            case Meaning.Ordered(var command, double confidence) ->
                answer.add("text", "the order " + plain(command)).add("confidence", confidence);
            case Meaning.Content(String text) -> answer.add("text", "what was asked for");
            case Meaning.Speak(String language) -> answer.add("text", "the language " + language);
            case Meaning.Between(var one, var other) ->
                answer.add("text", one.id() + " or " + other.id() + ": she asks");
            case Meaning.NotUnderstood() -> answer.add("text", "not understood").add("confidence", 0);
        }
        return answer.build();
    }

    private static String inWords(Asked asked) {
        return switch (asked) {
            case Asked.Choice() -> "a hotline";
            case Asked.Content(var kind) -> "a " + plain(kind);
            case Asked.More(var finished) -> "more of " + finished.id() + ", or something else";
            case Asked.Which(var one, var other) -> one.id() + " or " + other.id();
            case Asked.Retry(var hotline) -> "whether to send it again";
        };
    }

    private static String plain(Enum<?> name) {
        return name.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
