package io.arcline.faketwilio.socket;

import io.arcline.faketwilio.callers.Callers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;

/** The client's end of a WebSocket. One thread calls {@link #receive}; any thread may send. */
public final class WebSocketClient {
    private final Socket socket;
    private final WebSocketFrames frames;
    private volatile boolean closeSent;

    private WebSocketClient(Socket socket, WebSocketFrames frames) {
        this.socket = socket;
        this.frames = frames;
    }

    /**
     * Connects and shakes hands.
     *
     * @param uri {@code ws:} or {@code wss:}
     * @param headers besides the handshake's own
     * @param timeout for connecting and for the answer
     * @throws HandshakeRefused when the answer is not a right 101
     */
    public static WebSocketClient connect(URI uri, Map<String, String> headers, Duration timeout) throws IOException {
        boolean tls = "wss".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(uri.getHost(), port), (int) timeout.toMillis());
            if (tls) {
                SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
                socket = factory.createSocket(socket, uri.getHost(), port, true);
            }
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 2048);
            Handshake.shake(in, socket.getOutputStream(), uri, headers);
            socket.setSoTimeout(0);
            return new WebSocketClient(socket, new WebSocketFrames(in, socket.getOutputStream(), true));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Hands over each text message, answers pings, and returns when the connection has ended, whoever ended it. */
    public Closing receive(Consumer<String> onText) {
        try {
            return listen(onText);
        } catch (WebSocketBreach breach) {
            close(breach.closeCode(), "");
            return new Closing(1006, breach.getMessage(), true);
        } catch (EOFException gone) {
            return new Closing(1006, "", false);
        } catch (IOException gone) {
            return new Closing(1006, String.valueOf(gone.getMessage()), false);
        } finally {
            vanish();
        }
    }

    private Closing listen(Consumer<String> onText) throws IOException {
        ByteArrayOutputStream parts = null;
        while (true) {
            WebSocketFrame frame = frames.read();
            switch (frame.opcode()) {
                case WebSocketFrame.PING -> send(new WebSocketFrame(WebSocketFrame.PONG, true, frame.payload()));
                case WebSocketFrame.PONG -> {}
                case WebSocketFrame.CLOSE -> {
                    return answerClose(frame.payload());
                }
                case WebSocketFrame.BINARY -> throw new WebSocketBreach(1003, "a binary frame");
                default -> {
                    boolean continued = frame.opcode() == WebSocketFrame.CONTINUATION;
                    if (continued != (parts != null)) {
                        throw new WebSocketBreach(1002, "fragments out of order");
                    }
                    if (frame.fin() && !continued) {
                        onText.accept(decode(frame.payload()));
                    } else {
                        parts = parts == null ? new ByteArrayOutputStream() : parts;
                        parts.writeBytes(frame.payload());
                        if (frame.fin()) {
                            onText.accept(decode(parts.toByteArray()));
                            parts = null;
                        }
                    }
                }
            }
        }
    }

    private Closing answerClose(byte[] payload) throws IOException {
        if (payload.length == 1) {
            throw new WebSocketBreach(1002, "a close frame with half a code");
        }
        int code = payload.length == 0 ? 1005 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        boolean legal =
                code >= 1000 && code <= 1014 && code != 1004 && (code != 1005 || payload.length == 0) && code != 1006
                        || code >= 3000 && code < 5000;
        if (!legal) {
            throw new WebSocketBreach(1002, "a close frame with the illegal code " + code);
        }
        String reason = payload.length == 0 ? "" : decode(java.util.Arrays.copyOfRange(payload, 2, payload.length));
        if (!closeSent) {
            closeSent = true;
            frames.write(new WebSocketFrame(WebSocketFrame.CLOSE, true, payload));
        }
        return new Closing(code, reason, false);
    }

    private static String decode(byte[] bytes) throws WebSocketBreach {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WebSocketBreach(1007, "text that is not UTF-8");
        }
    }

    /** Sends one text message; false when the connection is gone. */
    public boolean send(String text) {
        Callers.saidIn(text);
        return send(WebSocketFrame.text(text));
    }

    /** Sends text messages in one piece, as a network may deliver them; false when the connection is gone. */
    public boolean sendTogether(List<String> texts) {
        texts.forEach(Callers::saidIn);
        return sendAll(texts.stream().map(WebSocketFrame::text).toList());
    }

    /** Sends a frame as it is, however wrong; false when the connection is gone. */
    public boolean send(WebSocketFrame frame) {
        return sendAll(List.of(frame));
    }

    /** Sends a text message in two pieces, the first of so many bytes, header included; false when the connection is gone. */
    public boolean sendInTwo(String text, int firstBytes) {
        Callers.saidIn(text);
        try {
            frames.writeInTwo(WebSocketFrame.text(text), firstBytes);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean sendAll(List<WebSocketFrame> together) {
        if (closeSent) {
            return false;
        }
        try {
            frames.write(together);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Starts the closing handshake; {@link #receive} returns when the other side has answered. */
    public void close(int code, String reason) {
        if (send(WebSocketFrame.close(code, reason))) {
            closeSent = true;
        }
    }

    /** Takes the connection away at once, without a close frame. */
    public void vanish() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            closeSent = true;
        }
    }
}
