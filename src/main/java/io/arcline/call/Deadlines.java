package io.arcline.call;

/** When a call's silence becomes too long, and when its goodbye is over. Set by the call, looked at by any thread. */
final class Deadlines {
    private static final long NEVER = Long.MAX_VALUE;

    private volatile long silence = NEVER;
    private volatile long goodbye = NEVER;

    void silenceAt(long nanos) {
        silence = nanos;
    }

    void goodbyeAt(long nanos) {
        goodbye = nanos;
    }

    void noSilence() {
        silence = NEVER;
    }

    void noGoodbye() {
        goodbye = NEVER;
    }

    void none() {
        silence = NEVER;
        goodbye = NEVER;
    }

    /** Whether Shani has said goodbye and the call ends once that was heard. */
    boolean goodbyeSaid() {
        return goodbye != NEVER;
    }

    boolean silenceIsDue(long now) {
        return now >= silence;
    }

    boolean goodbyeIsDue(long now) {
        return now >= goodbye;
    }
}
