package io.arcline.twilio.socket;

import io.arcline.call.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;

/** Opens and closes relay sessions. Thread-safe. */
@ApplicationScoped
public class RelayDesk {
    private final RelaySessions sessions = new RelaySessions();
    private final RelayLimits limits = new RelayLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            1000,
            "",
            Map.of("en", "en-GB", "de", "de-DE"));

    @Inject
    Switchboard switchboard;

    RelaySession open(Session socket, String token) {
        RelaySession session = new RelaySession(socket, new RelayToken(""), switchboard, limits);
        sessions.add(session);
        return session;
    }

    void closed(RelaySession session, String reason) {
        sessions.remove(session);
        session.closed(reason);
    }

    /** Lets the sessions look at the clock; to be called a few times a second. */
    public void tick() {
        sessions.tick();
    }
}
