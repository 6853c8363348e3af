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
import jakarta.websocket.server.ServerEndpoint;

/**
 * The socket without call and token, for whoever tries the relay by hand on the machine where it is developed. Where an auth
 * token is configured {@link HandshakeFilter} lets nobody through to it. Shares no base with {@link RelayEndpoint}: Liberty sees
 * a class's own annotations only, and takes no endpoint that is another one's subclass.
 */
@Dependent
@ServerEndpoint("/ws")
public class BareEndpoint {
    @Inject
    RelayDesk desk;

    private RelaySession session;

    @OnOpen
    public void open(Session socket) {
        session = desk.openBare(socket);
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
