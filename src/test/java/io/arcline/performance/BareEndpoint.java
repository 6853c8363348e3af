package io.arcline.performance;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/**
 * The same on Jakarta WebSocket, in a war of its own. It waits for each answer to be out before it reads on: by the asynchronous
 * remote endpoint Liberty loses answers to a caller who is quicker than its notice that the one before was sent.
 */
@ServerEndpoint("/ws")
public class BareEndpoint {

    @OnMessage
    public void text(String message, Session session) throws IOException {
        session.getBasicRemote().sendText(BareReply.TEXT);
    }
}
