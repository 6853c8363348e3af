package io.arcline.twilio.voice;

import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.RelayPath;
import io.arcline.twilio.trust.PublicAddress;
import io.arcline.twilio.twiml.PublicBase;
import io.arcline.twilio.twiml.SpokenTwiml;
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
    /** The caller hears ringing meanwhile, or nothing: some seconds are enough. */
    private static final int MOST_ATTEMPTS = 4;

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
            @QueryParam("From") @DefaultValue("") String from,
            @QueryParam("again") @DefaultValue("0") String again) {
        return connect(host, callSid, from, again);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    @Operation(summary = "The same, for Twilio's default method")
    public Response post(
            @HeaderParam("Host") String host,
            @FormParam("CallSid") @DefaultValue("") String callSid,
            @FormParam("From") @DefaultValue("") String from,
            @QueryParam("again") @DefaultValue("0") String again) {
        return connect(host, callSid, from, again);
    }

    private Response connect(String host, String callSid, String from, String again) {
        Optional<PublicBase> base = address.of(host);
        if (base.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (!callSid.isEmpty() && !RelayPath.canName(callSid)) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (!switchboard.isOpen()) {
            return elsewhere(base.get(), again);
        }
        if (!switchboard.hasLineFree()) {
            return xml(lines.spoken().sayAndHangUp(lines.busy()));
        }
        if (!switchboard.takesAnotherFrom(from)) {
            return xml(lines.spoken().sayAndHangUp(lines.manyCalls()));
        }
        return xml(relay.connect(base.get(), callSid));
    }

    /** This server takes no calls: the load balancer has another one, or has found out in a second that it has none. */
    private Response elsewhere(PublicBase base, String again) {
        int attempts = again.matches("[0-9]") ? Integer.parseInt(again) : MOST_ATTEMPTS;
        return xml(
                attempts < MOST_ATTEMPTS
                        ? SpokenTwiml.retry(base.webhook("/twiml?again=" + (attempts + 1)), 1)
                        : lines.spoken().sayAndHangUp(lines.closing()));
    }

    static Response xml(String twiml) {
        return Response.ok(twiml, "text/xml;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .build();
    }
}
