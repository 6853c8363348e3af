package io.arcline.twilio.socket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
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
 * signature and taken the token, which was minted for the call in the path, before the upgrade.
 */
@Dependent
@ServerEndpoint("/ws/{call}/{token}")
public class RelayEndpoint {
    @Inject
    RelayDesk desk;

    private RelaySession session;

    @OnOpen
    public void open(Session socket, @PathParam("token") String token) {
        session = desk.open(socket, token);
    }

    @OnMessage(maxMessageSize = RelaySession.MOST_BYTES)
    public void text(String frame) {
        session.frame(frame);
    }

    @OnMessage(maxMessageSize = RelaySession.MOST_BYTES)
    public void binary(byte[] frame) {
        session.binary();
    }

    @OnMessage
    public void pong(PongMessage pong) {
        session.pong(pong.getApplicationData());
    }

    @OnClose
    public void close(CloseReason reason) {
        desk.closed(session, reason);
    }

    @OnError
    public void error(Throwable cause) {
        desk.failed(session, cause);
    }
}
