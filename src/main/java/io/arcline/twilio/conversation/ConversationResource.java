package io.arcline.twilio.conversation;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.Talk;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /api/twilio/conversation/webhook}. */
@Path("api/twilio/conversation/webhook")
@RequestScoped
@Tag(name = "Twilio")
public class ConversationResource {
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
        Talk talk = new Talk(conversationSid, caller, "", List.of());
        return actions(WholeTurn.of(
                dialog, errands, talk, WholeTurn.Numbering.BY_STATE, state, heard(state, input, inputType)));
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

    private static JsonObject actions(WholeTurn turn) {
        JsonArrayBuilder actions =
                Json.createArrayBuilder().add(Json.createObjectBuilder().add("say", String.join(" ", turn.says())));
        if (!turn.over()) {
            actions.add(Json.createObjectBuilder().add("listen", true));
        }
        DialogState remembered = turn.over() ? DialogState.initial() : turn.state();
        actions.add(Json.createObjectBuilder().add("remember", Memory.write(remembered)));
        return Json.createObjectBuilder().add("actions", actions).build();
    }
}
