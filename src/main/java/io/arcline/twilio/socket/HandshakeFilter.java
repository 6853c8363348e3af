package io.arcline.twilio.socket;

import io.arcline.twilio.relay.Redemption;
import io.arcline.twilio.trust.Doorkeeper;
import io.arcline.twilio.trust.Refusals.Reason;
import io.arcline.twilio.trust.TrustedCarrier;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Decides who may open a relay's socket, before the upgrade: Twilio, by the signature of the handshake, with a token that
 * {@code /twiml} minted for the call that the path names and that nobody has used. Anything else gets 403.
 */
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int UPGRADE_REQUIRED = 426;
    private static final String ROOT = "/ws/";

    @Inject
    transient TrustedCarrier carrier;

    @Inject
    transient Doorkeeper door;

    @Inject
    transient RelayDesk desk;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.setStatus(UPGRADE_REQUIRED);
        } else if (!carrier.trustsHandshake(request)) {
            door.unsigned(request, response, Reason.HANDSHAKE_SIGNATURE);
        } else {
            switch (desk.admit(afterRoot(request))) {
                case Redemption.Accepted accepted -> chain.doFilter(new SessionlessRequest(request), response);
                case Redemption.Rejected(var reason) -> door.refuse(response, counted(reason), "its token is not good");
            }
        }
    }

    /** The path after {@code /ws/}, as the client wrote it. */
    private static String afterRoot(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.length() <= ROOT.length() ? "" : path.substring(ROOT.length());
    }

    private static Reason counted(Redemption.Reason reason) {
        return switch (reason) {
            case MALFORMED -> Reason.TOKEN_MALFORMED;
            case FORGED -> Reason.TOKEN_FORGED;
            case EXPIRED -> Reason.TOKEN_EXPIRED;
            case OTHER_CALL -> Reason.TOKEN_OTHER_CALL;
            case USED -> Reason.TOKEN_USED;
        };
    }
}
