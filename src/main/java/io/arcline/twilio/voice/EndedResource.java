package io.arcline.twilio.voice;

import io.arcline.twilio.twiml.ConnectAction;
import io.arcline.twilio.twiml.SessionEnd;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /twiml/ended}: the action of {@code <Connect>}, when a relay session has ended. */
@Path("twiml/ended")
@RequestScoped
@Produces(MediaType.TEXT_XML)
@Tag(name = "Twilio")
public class EndedResource {
    private static final System.Logger LOG = System.getLogger(EndedResource.class.getName());

    @Inject
    SpokenLines lines;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "What becomes of the call after its relay session: nothing, a hang-up, or an apology")
    public Response ended(MultivaluedMap<String, String> form) {
        SessionEnd end = ConnectAction.decide(form::getFirst);
        if (end instanceof SessionEnd.Broken(String errorCode)) {
            LOG.log(System.Logger.Level.WARNING, "A relay session failed: Twilio''s error {0}", errorCode);
        }
        return TwimlResource.xml(ConnectAction.answer(end, lines.spoken(), lines.trouble()));
    }
}
