package io.arcline.faketwilio.socket;

import java.nio.charset.StandardCharsets;

/**
 * One frame of RFC 6455, section 5.2, without its mask.
 *
 * @param opcode one of the constants here when read; anything from 0 to 15 when written
 * @param fin whether the message ends with it
 * @param payload the unmasked bytes; not copied
 */
public record WebSocketFrame(int opcode, boolean fin, byte[] payload) {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** A whole text message in one frame. */
    public static WebSocketFrame text(String text) {
        return new WebSocketFrame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A close frame; a reason longer than 123 bytes would break the standard and is the caller's to avoid. */
    public static WebSocketFrame close(int code, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + words.length];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(words, 0, payload, 2, words.length);
        return new WebSocketFrame(CLOSE, true, payload);
    }

    boolean control() {
        return opcode >= CLOSE;
    }

    boolean known() {
        return opcode <= BINARY || opcode >= CLOSE && opcode <= PONG;
    }
}
