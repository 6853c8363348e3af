package io.arcline.twilio.conversation;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.dialog.Turn;
import io.arcline.hotline.errand.Errands;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/twilio/conversation/webhook}. */
@Path("api/twilio/conversation/webhook")
@RequestScoped
@Tag(name = "Twilio")
public class ConversationResource {
    /** A turn with more errands than this goes round in circles. */
    private static final int MOST_ERRANDS = 3;

    @Inject
    Dialog dialog;

    @Inject
    Errands errands;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One turn of the dialog without a socket; the state travels in Memory")
    public JsonObject turn(
            @FormParam("ConversationSid") @DefaultValue("") String conversationSid,
            @FormParam("CurrentInput") @DefaultValue("") String input,
            @FormParam("CurrentInputType") @DefaultValue("voice") String inputType,
            @FormParam("CurrentTask") @DefaultValue("") String task,
            @FormParam("Memory") @DefaultValue("") String memory,
            @FormParam("UserIdentifier") @DefaultValue("") String caller) {
        DialogState state = Memory.read(memory);
        List<String> says = new ArrayList<>();
        Turn turn = answer(state, heard(state, input, inputType), says);
        for (int i = 0; i < MOST_ERRANDS && turn.next() instanceof Turn.Next.Run(var errand); i++) {
            var outcome = errands.run(errand, conversationSid, turn.state().errands(), caller);
            turn = answer(turn.state(), new Heard.Returned(outcome), says);
        }
        return actions(turn, says);
    }

    private static Heard heard(DialogState state, String input, String inputType) {
        if (state.turns() == 0) {
            return new Heard.Connected();
        }
        if (input.isBlank()) {
            return new Heard.Silence();
        }
        boolean keys = inputType.equalsIgnoreCase("dtmf") || inputType.equalsIgnoreCase("digits");
        return keys && input.strip().matches("[0-9*#]+") ? new Heard.Keys(input.strip()) : new Heard.Speech(input, "");
    }

    private Turn answer(DialogState state, Heard heard, List<String> says) {
        Turn turn = dialog.answer(state, heard);
        // What may be cut off is only said while somebody waits for the rest, and here it arrives together with it.
        turn.says().stream()
                .filter(line -> !line.preemptible())
                .map(Spoken::text)
                .forEach(says::add);
        return turn;
    }

    private static JsonObject actions(Turn turn, List<String> says) {
        boolean over = turn.next() instanceof Turn.Next.HangUp;
        JsonArrayBuilder actions =
                Json.createArrayBuilder().add(Json.createObjectBuilder().add("say", String.join(" ", says)));
        if (!over) {
            actions.add(Json.createObjectBuilder().add("listen", true));
        }
        DialogState remembered = over ? DialogState.initial() : turn.state();
        actions.add(Json.createObjectBuilder().add("remember", Memory.write(remembered)));
        return Json.createObjectBuilder().add("actions", actions).build();
    }
}
