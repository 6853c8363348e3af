package io.arcline.faketwilio.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads and writes frames on a connection whose handshake is done. One thread may read while others write; each frame
 * is written whole, in one piece.
 */
public final class WebSocketFrames {
    /** What Twilio accepts of one frame is not documented; this is far above anything a relay sends. */
    private static final int LONGEST = 1 << 20;

    private static final long APART_NANOS = 10_000_000L;

    private final DataInputStream in;
    private final OutputStream out;
    private final boolean client;
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param in buffered
     * @param out not buffered
     * @param client true for the side that masks
     */
    public WebSocketFrames(InputStream in, OutputStream out, boolean client) {
        this.in = new DataInputStream(in);
        this.out = out;
        this.client = client;
    }

    /**
     * The next frame, waiting for it.
     *
     * @throws WebSocketBreach when it breaks the standard: mask, reserved bits, opcode, control frame's length
     * @throws IOException when the connection is gone ({@link java.io.EOFException} where it just ended)
     */
    public WebSocketFrame read() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        boolean masked = (second & 0x80) != 0;
        long length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        check((first & 0x70) == 0, 1002, "a reserved bit is set");
        check(masked != client, 1002, masked ? "a server must not mask" : "a client must mask");
        check(length >= 0 && length <= LONGEST, 1009, "a frame of " + length + " bytes");
        byte[] mask = masked ? in.readNBytes(4) : null;
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        apply(mask, payload);
        WebSocketFrame frame = new WebSocketFrame(first & 0x0f, (first & 0x80) != 0, payload);
        check(frame.known(), 1002, "unknown opcode " + frame.opcode());
        check(!frame.control() || frame.fin() && length <= 125, 1002, "a fragmented or overlong control frame");
        return frame;
    }

    /** Writes a frame as it is, whatever the standard says about it. */
    public void write(WebSocketFrame frame) throws IOException {
        write(List.of(frame));
    }

    /** The same with several of them, all in one piece. */
    public void write(List<WebSocketFrame> together) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        together.forEach(frame -> bytes.writeBytes(bytes(frame)));
        writing.lock();
        try {
            bytes.writeTo(out);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** The same with one frame, in two pieces some milliseconds apart, so that they are likely to be read apart. */
    public void writeInTwo(WebSocketFrame frame, int firstBytes) throws IOException {
        byte[] bytes = bytes(frame);
        writing.lock();
        try {
            out.write(bytes, 0, firstBytes);
            out.flush();
            LockSupport.parkNanos(APART_NANOS);
            out.write(bytes, firstBytes, bytes.length - firstBytes);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    private byte[] bytes(WebSocketFrame frame) {
        byte[] payload = frame.payload();
        int extended = payload.length < 126 ? 0 : payload.length < 1 << 16 ? 2 : 8;
        int header = 2 + extended + (client ? 4 : 0);
        byte[] bytes = new byte[header + payload.length];
        bytes[0] = (byte) ((frame.fin() ? 0x80 : 0) | frame.opcode());
        bytes[1] = (byte) ((client ? 0x80 : 0) | (extended == 0 ? payload.length : extended == 2 ? 126 : 127));
        for (int i = 0; i < extended; i++) {
            bytes[2 + i] = (byte) ((long) payload.length >> 8 * (extended - 1 - i));
        }
        System.arraycopy(payload, 0, bytes, header, payload.length);
        if (client) {
            int key = ThreadLocalRandom.current().nextInt();
            for (int i = 0; i < 4; i++) {
                bytes[header - 4 + i] = (byte) (key >> 8 * i);
            }
            for (int i = 0; i < payload.length; i++) {
                bytes[header + i] ^= (byte) (key >> 8 * (i & 3));
            }
        }
        return bytes;
    }

    private static void apply(byte[] mask, byte[] payload) {
        if (mask != null) {
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i & 3];
            }
        }
    }

    private static void check(boolean good, int closeCode, String breach) throws WebSocketBreach {
        if (!good) {
            throw new WebSocketBreach(closeCode, breach);
        }
    }
}
