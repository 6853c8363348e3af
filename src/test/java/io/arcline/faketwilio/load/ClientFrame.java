package io.arcline.faketwilio.load;

import io.arcline.faketwilio.socket.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Frames as a client sends them, masked. */
final class ClientFrame {
    private ClientFrame() {}

    /** A whole text message. */
    static byte[] text(String text) {
        return of(WebSocketFrame.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Any frame; a control frame's payload has at most 125 bytes. */
    static byte[] of(int opcode, byte[] payload) {
        int extended = payload.length < 126 ? 0 : 2;
        if (payload.length > 0xffff) {
            throw new IllegalArgumentException("a frame of " + payload.length + " bytes");
        }
        int head = 2 + extended + 4;
        byte[] frame = new byte[head + payload.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (0x80 | (extended == 0 ? payload.length : 126));
        if (extended > 0) {
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
        }
        int mask = ThreadLocalRandom.current().nextInt();
        for (int i = 0; i < 4; i++) {
            frame[head - 4 + i] = (byte) (mask >> 8 * i);
        }
        for (int i = 0; i < payload.length; i++) {
            frame[head + i] = (byte) (payload[i] ^ frame[head - 4 + (i & 3)]);
        }
        return frame;
    }

    /** Several frames to be sent in one piece. */
    static byte[] together(byte[]... frames) {
        int length = 0;
        for (byte[] frame : frames) {
            length += frame.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return all;
    }
}
