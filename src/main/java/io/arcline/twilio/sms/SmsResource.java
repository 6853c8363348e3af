package io.arcline.twilio.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import io.arcline.twilio.message.OptOuts;
import io.arcline.twilio.message.TextParts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /sms}: a text message to the hotline's number. */
@Path("sms")
@RequestScoped
@Produces(MediaType.TEXT_XML)
@Tag(name = "Twilio")
public class SmsResource {
    private static final System.Logger LOG = System.getLogger(SmsResource.class.getName());

    @Inject
    TextDialog dialog;

    @Inject
    OptOuts optOuts;

    @Inject
    TextConversations conversations;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "One turn of the dialog over text messages, one conversation a number")
    public Response received(
            @FormParam("MessageSid") @DefaultValue("") String messageSid,
            @FormParam("From") @DefaultValue("") String from,
            @FormParam("To") @DefaultValue("") String to,
            @FormParam("Body") @DefaultValue("") String body,
            @FormParam("OptOutType") @DefaultValue("") String optOutType)
            throws TwiMLException {
        if (!messageSid.matches("[A-Za-z0-9]{1,64}") || from.isBlank()) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        try {
            return answer(new TextDialog.Received(messageSid, from, to, body), Keyword.of(body, optOutType));
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "A text message got an apology: SQLState {0}", away.getSQLState());
            return twiml(Optional.of(dialog.trouble()));
        }
    }

    private Response answer(TextDialog.Received message, Keyword keyword) throws SQLException, TwiMLException {
        return switch (keyword) {
            case STOP -> {
                optOuts.add(message.from());
                conversations.forget(message.from());
                yield twiml(Optional.empty());
            }
            case START -> {
                optOuts.remove(message.from());
                yield twiml(Optional.empty());
            }
            case NONE -> twiml(dialog.answer(message));
        };
    }

    private static Response twiml(Optional<String> answer) throws TwiMLException {
        MessagingResponse.Builder response = new MessagingResponse.Builder();
        if (answer.isPresent()) {
            for (String part : TextParts.of(answer.get())) {
                response.message(new Message.Builder()
                        .body(new Body.Builder(part).build())
                        .build());
            }
        }
        return Response.ok(response.build().toXml(), "text/xml;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .build();
    }
}
