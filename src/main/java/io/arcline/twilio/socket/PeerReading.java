package io.arcline.twilio.socket;

import java.nio.ByteBuffer;

/**
 * What a peer is known to have read of what was written to it: it answers pings in the order of what it reads, so an answered one
 * tells that everything before it was read. Thread-safe.
 */
final class PeerReading {
    /** Characters that a question takes: with its number as the ping's content. */
    static final int QUESTION = 8;

    private final int buffered;
    private long written;
    private long asked;
    private long read;

    /** @param buffered characters that are taken without anybody reading them */
    PeerReading(int buffered) {
        this.buffered = buffered;
    }

    /** Whether so many characters more are taken at once even if nothing is being read. */
    synchronized boolean takes(int characters) {
        return written - read + characters <= buffered;
    }

    synchronized void wrote(int characters) {
        written += characters;
    }

    /** Whether so much was written that nobody has asked about that the next frames might not be taken at once. */
    synchronized boolean isToBeAsked() {
        return written - Math.max(read, asked) > buffered / 2;
    }

    /**
     * The content of a ping whose answer tells that everything until now was read. Never empty: of an empty answer whose header
     * comes in two reads Liberty 26.0.0.5 takes what follows for its content.
     */
    synchronized byte[] question() {
        written += QUESTION;
        asked = written;
        return ByteBuffer.allocate(Long.BYTES).putLong(asked).array();
    }

    /** A pong came. One that answers no question of ours changes nothing. */
    synchronized void answered(ByteBuffer content) {
        if (content.remaining() == Long.BYTES) {
            long until = content.getLong(content.position());
            if (until <= asked && until > read) {
                read = until;
            }
        }
    }
}
