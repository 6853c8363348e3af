package io.arcline.twilio.voice;

import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.RelayPath;
import io.arcline.twilio.trust.PublicAddress;
import io.arcline.twilio.twiml.PublicBase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /twiml}: connects a call to the relay. Twilio's console uses POST by default, guides say GET. */
@Path("twiml")
@RequestScoped
@Produces(MediaType.TEXT_XML)
@Tag(name = "Twilio")
public class TwimlResource {
    @Inject
    Switchboard switchboard;

    @Inject
    PublicAddress address;

    @Inject
    RelayAnswer relay;

    @Inject
    SpokenLines lines;

    @GET
    @Operation(summary = "The TwiML that connects the call to the relay's socket")
    public Response get(
            @HeaderParam("Host") String host,
            @QueryParam("CallSid") @DefaultValue("") String callSid,
            @QueryParam("From") @DefaultValue("") String from) {
        return connect(host, callSid, from);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Operation(summary = "The same, for Twilio's default method")
    public Response post(
            @HeaderParam("Host") String host,
            @FormParam("CallSid") @DefaultValue("") String callSid,
            @FormParam("From") @DefaultValue("") String from) {
        return connect(host, callSid, from);
    }

    private Response connect(String host, String callSid, String from) {
        Optional<PublicBase> base = address.of(host);
        if (base.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (!callSid.isEmpty() && !RelayPath.canName(callSid)) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (!switchboard.isOpen()) {
            return xml(lines.spoken().sayAndRetry(lines.closing(), base.get().webhook("/twiml"), 2));
        }
        if (!switchboard.hasLineFree()) {
            return xml(lines.spoken().sayAndHangUp(lines.busy()));
        }
        if (!switchboard.takesAnotherFrom(from)) {
            return xml(lines.spoken().sayAndHangUp(lines.manyCalls()));
        }
        return xml(relay.connect(base.get(), callSid));
    }

    static Response xml(String twiml) {
        return Response.ok(twiml, "text/xml;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .build();
    }
}
