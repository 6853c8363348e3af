package io.arcline.assistant;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * Messages of Amazon's binary event stream out of bytes that arrive in any portions. Not thread-safe.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon event stream specification</a>
 */
final class EventStreamReader {
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final int LONGEST = 1024 * 1024;
    private static final int STRING = 7;

    /** How long the values of a header are, by its type; those of types 6 and 7 say so themselves. */
    private static final int[] LENGTHS = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

    private byte[] held = new byte[0];

    /**
     * One message.
     *
     * @param headers those that are texts
     */
    record Message(Map<String, String> headers, String payload) {}

    /**
     * Hands on the messages that are complete with these bytes, until that is enough.
     *
     * @param count how many of the bytes count
     * @param goesOn takes one message; false for enough
     * @return whether it goes on
     * @throws ModelFailedException where it is no event stream
     */
    boolean read(byte[] bytes, int count, Predicate<Message> goesOn) {
        byte[] all = Arrays.copyOf(held, held.length + count);
        System.arraycopy(bytes, 0, all, held.length, count);
        ByteBuffer buffer = ByteBuffer.wrap(all);
        while (buffer.remaining() >= PRELUDE) {
            int length = buffer.getInt(buffer.position());
            if (length < PRELUDE + CHECKSUM || length > LONGEST) {
                throw new ModelFailedException("sent no event stream", null);
            }
            if (buffer.remaining() < length) {
                break;
            }
            Message message = message(buffer.slice(buffer.position(), length));
            buffer.position(buffer.position() + length);
            if (!goesOn.test(message)) {
                return false;
            }
        }
        held = Arrays.copyOfRange(all, buffer.position(), all.length);
        return true;
    }

    private static Message message(ByteBuffer whole) {
        int length = whole.getInt();
        int headersLength = whole.getInt();
        check(whole, PRELUDE - CHECKSUM, whole.getInt());
        check(whole, length - CHECKSUM, whole.getInt(length - CHECKSUM));
        int payload = PRELUDE + headersLength;
        if (headersLength < 0 || payload > length - CHECKSUM) {
            throw new ModelFailedException("sent no event stream", null);
        }
        byte[] text = new byte[length - CHECKSUM - payload];
        whole.get(payload, text);
        return new Message(headers(whole.slice(PRELUDE, headersLength)), new String(text, StandardCharsets.UTF_8));
    }

    private static void check(ByteBuffer whole, int length, int expected) {
        CRC32 crc = new CRC32();
        crc.update(whole.slice(0, length));
        if ((int) crc.getValue() != expected) {
            throw new ModelFailedException("sent an event that is damaged", null);
        }
    }

    private static Map<String, String> headers(ByteBuffer bytes) {
        Map<String, String> headers = new HashMap<>();
        try {
            while (bytes.hasRemaining()) {
                String name = text(bytes, Byte.toUnsignedInt(bytes.get()));
                int type = bytes.get();
                if (type < 0 || type >= LENGTHS.length) {
                    throw new ModelFailedException("sent a header of type " + type, null);
                }
                int length = LENGTHS[type] < 0 ? Short.toUnsignedInt(bytes.getShort()) : LENGTHS[type];
                String value = text(bytes, length);
                if (type == STRING) {
                    headers.put(name, value);
                }
            }
            return headers;
        } catch (BufferUnderflowException cut) {
            throw new ModelFailedException("sent no event stream", cut);
        }
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
