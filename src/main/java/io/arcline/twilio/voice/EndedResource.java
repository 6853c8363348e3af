package io.arcline.twilio.voice;

import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.RelayPath;
import io.arcline.twilio.trust.PublicAddress;
import io.arcline.twilio.twiml.ConnectAction;
import io.arcline.twilio.twiml.Handoff;
import io.arcline.twilio.twiml.PublicBase;
import io.arcline.twilio.twiml.SessionEnd;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code POST /twiml/ended}: the action of {@code <Connect>}, when a relay session has ended. A call that is still up and whose
 * socket was lost, or whose server wants it to go on elsewhere, is connected again.
 */
@Path("twiml/ended")
@RequestScoped
@Produces(MediaType.TEXT_XML)
@Tag(name = "Twilio")
public class EndedResource {
    private static final System.Logger LOG = System.getLogger(EndedResource.class.getName());

    @Inject
    Switchboard switchboard;

    @Inject
    PublicAddress address;

    @Inject
    RelayAnswer relay;

    @Inject
    SpokenLines lines;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "What becomes of the call after its relay session: nothing, a hang-up, a new session, an apology")
    public Response ended(
            @HeaderParam("Host") String host,
            @QueryParam("lost") String lost,
            @QueryParam("moved") String moved,
            @FormParam("CallSid") @DefaultValue("") String callSid,
            @Context HttpServletRequest request) {
        SessionEnd end = ConnectAction.decide(request::getParameter);
        Optional<Journey> again = again(end, callSid, Journey.of(lost, moved));
        Optional<PublicBase> base = address.of(host);
        if (again.isPresent() && base.isPresent()) {
            return TwimlResource.xml(relay.connectAgain(base.get(), callSid, again.get()));
        }
        if (!callSid.isEmpty()) {
            switchboard.over(callSid);
        }
        if (end instanceof SessionEnd.Broken || end instanceof SessionEnd.HandedOff) {
            switchboard.fates().lost();
        }
        return TwimlResource.xml(ConnectAction.answer(end, lines.spoken(), lines.trouble()));
    }

    /** How the call goes on; empty where it does not. */
    private Optional<Journey> again(SessionEnd end, String callSid, Journey journey) {
        if (!RelayPath.canName(callSid)) {
            return Optional.empty();
        }
        if (end instanceof SessionEnd.Broken(String errorCode)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "call {0}: its relay session failed, Twilio''s error {1}",
                    callSid,
                    errorCode);
            switchboard.fates().dropped();
            return journey.afterLoss();
        }
        if (end instanceof SessionEnd.HandedOff(Handoff handoff) && handoff.equals(Handoff.MOVE)) {
            switchboard.fates().moved();
            return journey.afterMove();
        }
        return Optional.empty();
    }
}
