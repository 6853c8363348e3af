package io.arcline.twilio.socket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Where Twilio's ConversationRelay connects: one instance and one session a call. {@link HandshakeFilter} has checked the
 * signature and taken the token before the upgrade.
 */
@Dependent
@ServerEndpoint("/ws/{token}")
public class RelayEndpoint {
    private static final System.Logger LOG = System.getLogger(RelayEndpoint.class.getName());

    /** The largest frame in bytes; Twilio's own are far below it. A larger one closes the socket with 1009. */
    static final int MOST_BYTES = 64 * 1024;

    @Inject
    RelayDesk desk;

    private RelaySession session;

    @OnOpen
    public void open(Session socket, @PathParam("token") String token) {
        session = desk.open(socket, token);
    }

    @OnMessage(maxMessageSize = MOST_BYTES)
    public void text(String frame) {
        session.frame(frame);
    }

    @OnMessage(maxMessageSize = MOST_BYTES)
    public void binary(byte[] frame) {
        session.close(CloseCodes.CANNOT_ACCEPT, "text frames only");
    }

    @OnMessage
    public void pong(PongMessage pong) {
        session.pong();
    }

    @OnClose
    public void close(CloseReason reason) {
        if (session == null) {
            return;
        }
        desk.closed(session, reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
    }

    @OnError
    public void error(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, () -> session + ": " + cause);
    }
}
