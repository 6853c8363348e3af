package io.arcline.twilio.socket;

import io.arcline.call.Switchboard;
import io.arcline.twilio.relay.Redemption;
import io.arcline.twilio.relay.Redemption.Accepted;
import io.arcline.twilio.relay.Redemption.Reason;
import io.arcline.twilio.relay.Redemption.Rejected;
import io.arcline.twilio.relay.RelayPath;
import io.arcline.twilio.relay.RelayTokens;
import io.arcline.twilio.trust.Refusals;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Admits handshakes, opens and closes relay sessions, and keeps their clocks running. Thread-safe. */
public class RelayDesk {
    private static final System.Logger LOG = System.getLogger(RelayDesk.class.getName());
    private static final Accepted ANY_CALL = new Accepted("", false);

    private final RelaySessions sessions = new RelaySessions();
    private final Admissions admissions = new Admissions();
    private final RelayTokens tokens;
    private final Switchboard switchboard;
    private final RelayLimits limits;
    private final Refusals refusals;
    private final Executor threads;

    /** @param threads for what may wait for a peer: virtual ones */
    public RelayDesk(
            RelayTokens tokens, Switchboard switchboard, RelayLimits limits, Refusals refusals, Executor threads) {
        this.tokens = tokens;
        this.switchboard = switchboard;
        this.limits = limits;
        this.refusals = refusals;
        this.threads = threads;
    }

    /**
     * Decides on a handshake and uses its token up.
     *
     * @param afterRoot what follows {@code /ws/} in its path; empty for the bare socket, which needs no token where it is open
     */
    Redemption admit(String afterRoot) {
        if (afterRoot.isEmpty()) {
            return limits.bareSocket() ? ANY_CALL : new Rejected(Reason.MALFORMED);
        }
        return RelayPath.of(afterRoot).map(this::redeem).orElseGet(() -> new Rejected(Reason.MALFORMED));
    }

    private Redemption redeem(RelayPath path) {
        Redemption redemption = tokens.redeem(path.token(), path.callSid(), Instant.now());
        if (redemption instanceof Accepted accepted && !admissions.add(path.token(), accepted)) {
            return new Rejected(Reason.EXPIRED);
        }
        return redemption;
    }

    /** A session for the socket whose handshake brought the token. */
    RelaySession open(Session socket, String token) {
        return open(
                socket,
                admissions
                        .take(token)
                        .orElseThrow(
                                () -> new IllegalStateException("a socket was opened that no handshake admitted")));
    }

    /** A session for the bare socket. */
    RelaySession openBare(Session socket) {
        if (!limits.bareSocket()) {
            throw new IllegalStateException("the bare socket was opened where it is closed");
        }
        return open(socket, ANY_CALL);
    }

    private RelaySession open(Session socket, Accepted admission) {
        RelaySession session = new RelaySession(socket, admission, switchboard, limits, refusals, threads);
        sessions.add(session);
        return session;
    }

    /** @param session null where none came of the socket */
    void closed(RelaySession session, CloseReason reason) {
        if (session != null) {
            sessions.remove(session);
            session.closed(reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
        }
    }

    /** @param session null where none came of the socket */
    void failed(RelaySession session, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, () -> session + ": " + cause);
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
