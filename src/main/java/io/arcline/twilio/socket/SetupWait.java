package io.arcline.twilio.socket;

import java.time.Duration;

/**
 * How long a peer is waited for that has not said {@code setup}. What it sent before it answers a ping is read before the answer:
 * a server that is behind with its reading refuses nobody for that. Asked by the clock's thread, told of pongs by the socket's.
 */
final class SetupWait {
    /** So many times the patience for a peer that does not answer. */
    private static final int UNANSWERED = 3;

    private enum Question {
        NONE,
        ASKED,
        ANSWERED
    }

    private final long patienceNanos;
    private final Runnable ping;
    private volatile Question question = Question.NONE;

    /**
     * @param patience after which the peer is asked for a sign of life
     * @param ping asks it
     */
    SetupWait(Duration patience, Runnable ping) {
        this.patienceNanos = patience.toNanos();
        this.ping = ping;
    }

    /** The peer answered a ping, this one's or another's. */
    void pong() {
        if (question == Question.ASKED) {
            question = Question.ANSWERED;
        }
    }

    /**
     * Whether nothing is to be waited for any longer; asks the peer once where its {@code setup} is late.
     *
     * @param waitedNanos since the socket was opened
     */
    boolean isOver(long waitedNanos) {
        if (waitedNanos <= patienceNanos) {
            return false;
        }
        if (waitedNanos > patienceNanos * UNANSWERED || question == Question.ANSWERED) {
            return true;
        }
        if (question == Question.NONE) {
            question = Question.ASKED;
            ping.run();
        }
        return false;
    }
}
