package io.arcline.performance;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Answers as {@link BareEndpoint} does, but waits for each frame to be out before the next one is read. */
@ServerEndpoint("/blocking")
public class BareBlockingEndpoint {

    @OnMessage
    public void text(String message, Session session) throws IOException {
        session.getBasicRemote().sendText(BareReply.TEXT);
    }
}
