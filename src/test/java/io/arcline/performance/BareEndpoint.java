package io.arcline.performance;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The same on Jakarta WebSocket, in a war of its own. */
@ServerEndpoint("/ws")
public class BareEndpoint {
    private Session session;

    @OnOpen
    public void open(Session opened) {
        session = opened;
    }

    @OnMessage
    public void text(String message) {
        session.getAsyncRemote().sendText(BareReply.TEXT, BareEndpoint::sent);
    }

    private static void sent(SendResult result) {
        if (!result.isOK()) {
            throw new IllegalStateException(result.getException());
        }
    }
}
