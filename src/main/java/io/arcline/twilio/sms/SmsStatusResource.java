package io.arcline.twilio.sms;

import io.arcline.twilio.message.SentTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /sms/status}: what becomes of a text message that the hotline has sent. */
@Path("sms/status")
@RequestScoped
@Tag(name = "Twilio")
public class SmsStatusResource {
    @Inject
    SentTexts sent;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Records what became of a text message")
    public Response reported(
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("part") @DefaultValue("0") int part,
            @FormParam("MessageSid") @DefaultValue("") String messageSid,
            @FormParam("MessageStatus") @DefaultValue("") String status,
            @FormParam("ErrorCode") @DefaultValue("0") int errorCode) {
        try {
            boolean known = !status.isEmpty()
                    && status.matches("[a-z]{1,20}")
                    && sent.reported(UUID.fromString(id), part, messageSid, status, errorCode);
            return Response.status(known ? Response.Status.NO_CONTENT : Response.Status.NOT_FOUND)
                    .build();
        } catch (IllegalArgumentException noId) {
            return Response.status(Response.Status.NOT_FOUND).build();
        } catch (SQLException away) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
    }
}
