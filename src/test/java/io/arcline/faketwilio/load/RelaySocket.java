package io.arcline.faketwilio.load;

import io.arcline.faketwilio.socket.Handshake;
import io.arcline.faketwilio.socket.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The client's end of one WebSocket: handshake, frames, pings, closing. Messages in one frame only, as relay servers send them. */
final class RelaySocket implements Connection.Receiver {
    private final String request;
    private final String key;
    private final Listener listener;
    private final Connection connection;
    private boolean open;

    /** Who is told what comes. */
    interface Listener {
        void opened();

        /** A text message, in a buffer that is used again afterwards. */
        void text(byte[] bytes, int from, int length);

        /** It is over without our having closed it. */
        void ended(String why);
    }

    RelaySocket(Loop loop, Target target, String publicUrl, Listener listener) {
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        this.key = Base64.getEncoder().encodeToString(nonce);
        this.request = target.upgrade(publicUrl, key);
        this.listener = listener;
        this.connection = loop.connect(target.socket(), this);
    }

    /** Sends frames as they are. */
    void send(byte[] frames) {
        connection.send(ByteBuffer.wrap(frames));
    }

    /** Breaks it, without a word of closing. */
    void lose() {
        connection.close();
    }

    /** Closes as the carrier does, and waits for nothing. */
    void close() {
        if (open) {
            send(ClientFrame.of(WebSocketFrame.CLOSE, new byte[] {0x03, (byte) 0xe8}));
        }
        connection.close();
    }

    @Override
    public void connected() {
        connection.send(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (!open && !upgraded(bytes)) {
            return;
        }
        while (connection.isOpen() && frame(bytes)) {
            continue;
        }
        if (!connection.isOpen()) {
            bytes.position(bytes.limit());
        }
    }

    private boolean upgraded(ByteBuffer bytes) {
        String text = new String(bytes.array(), bytes.position(), bytes.remaining(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        bytes.position(bytes.position() + end + 4);
        String head = text.substring(0, end);
        if (!head.startsWith("HTTP/1.1 101")) {
            fail("the handshake was answered " + head.lines().findFirst().orElse(""));
            return false;
        }
        if (!head.contains(Handshake.accept(key))
                || head.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions")) {
            fail("a 101 with wrong headers");
            return false;
        }
        open = true;
        listener.opened();
        return true;
    }

    /** Takes one frame; false when not all of it is there. */
    private boolean frame(ByteBuffer bytes) {
        int start = bytes.position();
        int there = bytes.remaining();
        if (there < 2) {
            return false;
        }
        int first = bytes.get(start) & 0xff;
        int length = bytes.get(start + 1) & 0xff;
        int head = length < 126 ? 2 : 4;
        if (length > 126) {
            fail(length == 127 ? "a message over 64 KiB" : "a masked frame from the server");
            return true;
        }
        if (there < head) {
            return false;
        }
        if (length == 126) {
            length = (bytes.get(start + 2) & 0xff) << 8 | bytes.get(start + 3) & 0xff;
        }
        if (there < head + length) {
            return false;
        }
        bytes.position(start + head + length);
        take(first, bytes.array(), start + head, length);
        return true;
    }

    private void take(int first, byte[] bytes, int from, int length) {
        switch (first) {
            case 0x80 | WebSocketFrame.TEXT -> listener.text(bytes, from, length);
            case 0x80 | WebSocketFrame.PING -> {
                byte[] payload = new byte[length];
                System.arraycopy(bytes, from, payload, 0, length);
                send(ClientFrame.of(WebSocketFrame.PONG, payload));
            }
            case 0x80 | WebSocketFrame.PONG -> {}
            case 0x80 | WebSocketFrame.CLOSE -> {
                int code = length < 2 ? 1005 : (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
                fail("the server closed with " + code);
            }
            default -> fail("an unexpected frame, first byte " + first);
        }
    }

    private void fail(String why) {
        connection.close();
        listener.ended(why);
    }

    @Override
    public void lost(String why) {
        listener.ended(why);
    }
}
