package io.arcline.twilio.socket;

import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.Redemption;
import io.arcline.twilio.relay.RelayTokens;
import io.arcline.twilio.trust.Refusals;
import jakarta.websocket.Session;
import java.time.Instant;

/** Admits handshakes, opens and closes relay sessions, and keeps their clocks running. Thread-safe. */
public class RelayDesk {
    private final RelaySessions sessions = new RelaySessions();
    private final Admissions admissions = new Admissions();
    private final RelayTokens tokens;
    private final Switchboard switchboard;
    private final RelayLimits limits;
    private final Refusals refusals;

    public RelayDesk(RelayTokens tokens, Switchboard switchboard, RelayLimits limits, Refusals refusals) {
        this.tokens = tokens;
        this.switchboard = switchboard;
        this.limits = limits;
        this.refusals = refusals;
    }

    /** Uses the token of a handshake up. */
    Redemption admit(String token) {
        Redemption redemption = tokens.redeem(token, Instant.now());
        if (redemption instanceof Redemption.Accepted accepted && !admissions.add(token, accepted)) {
            return new Redemption.Rejected(Redemption.Reason.EXPIRED);
        }
        return redemption;
    }

    RelaySession open(Session socket, String token) {
        Redemption.Accepted admission = admissions
                .take(token)
                .orElseThrow(() -> new IllegalStateException("a socket was opened that no handshake admitted"));
        RelaySession session = new RelaySession(socket, admission, switchboard, limits, refusals);
        sessions.add(session);
        return session;
    }

    void closed(RelaySession session, String reason) {
        sessions.remove(session);
        session.closed(reason);
    }

    /** Loses our side of a call, as when a server dies under it; says whether there was such a call. */
    public boolean abandon(String callSid) {
        return sessions.abandon(callSid, "killed by hand");
    }

    /** Sockets that are open. */
    public int openSockets() {
        return sessions.count();
    }

    /** Lets the sessions look at the clock; to be called a few times a second. */
    public void tick() {
        sessions.tick();
        admissions.forgetStale();
    }
}
