package io.arcline.faketwilio.scripted;

import io.arcline.faketwilio.socket.WebSocketFrame;
import io.arcline.faketwilio.socket.WebSocketFrames;
import io.arcline.faketwilio.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The server's end of one socket. */
public final class ScriptedSession {
    private final Socket socket;
    private final WebSocketFrames frames;

    ScriptedSession(Socket socket, WebSocketFrames frames) {
        this.socket = socket;
        this.frames = frames;
    }

    /** One token of a reply. */
    public void token(String token, boolean last) {
        raw(Json.object()
                .add("type", "text")
                .add("token", token)
                .add("last", last)
                .build()
                .toString());
    }

    /** A whole reply: each word a token, as a language model would send it. */
    public void reply(String words) {
        String[] tokens = words.split("(?=\\s)");
        for (int i = 0; i < tokens.length; i++) {
            token(tokens[i], i == tokens.length - 1);
        }
    }

    /** The end, with hand-off data. */
    public void end(String handoffData) {
        raw(Json.object()
                .add("type", "end")
                .add("handoffData", handoffData)
                .build()
                .toString());
    }

    /** A text message as it is. */
    public void raw(String text) {
        frame(WebSocketFrame.text(text));
    }

    /** A frame as it is. */
    public void frame(WebSocketFrame frame) {
        try {
            frames.write(frame);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Goes without a close frame. */
    public void vanish() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
