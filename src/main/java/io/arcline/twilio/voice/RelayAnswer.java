package io.arcline.twilio.voice;

import io.arcline.twilio.relay.RelayPath;
import io.arcline.twilio.relay.RelayTokens;
import io.arcline.twilio.twiml.PublicBase;
import io.arcline.twilio.twiml.RelayTwiml;
import java.time.Instant;
import java.util.function.Supplier;

/** The TwiML that connects a call to the relay's socket, for the first time or again. Thread-safe. */
public final class RelayAnswer {
    private final RelayTokens tokens;
    private final Supplier<RelayTwiml> relay;

    /** @param relay as its hints stand at the moment */
    public RelayAnswer(RelayTokens tokens, Supplier<RelayTwiml> relay) {
        this.tokens = tokens;
        this.relay = relay;
    }

    /** Connects a new call. */
    String connect(PublicBase base, String callSid) {
        return connect(base, callSid, false, Journey.NONE);
    }

    /** Connects a call that has been connected before, to whichever server the load balancer chooses. */
    String connectAgain(PublicBase base, String callSid, Journey journey) {
        return connect(base, callSid, true, journey);
    }

    private String connect(PublicBase base, String callSid, boolean resume, Journey journey) {
        String token = tokens.mint(callSid, resume, Instant.now());
        return relay.get().connect(base.socket(new RelayPath(callSid, token).path()), base.webhook(journey.action()));
    }
}
