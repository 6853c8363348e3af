package io.arcline.call;

/**
 * When a call's silence becomes too long, when its goodbye or an entry of keys is over, and until when something else is waited for. Set
 * by the call, looked at by any thread.
 */
final class Deadlines {
    private static final long NEVER = Long.MAX_VALUE;

    private volatile long silence = NEVER;
    private volatile long goodbye = NEVER;
    private volatile long wait = NEVER;
    private volatile long keys = NEVER;

    void silenceAt(long nanos) {
        silence = nanos;
    }

    void goodbyeAt(long nanos) {
        goodbye = nanos;
    }

    void waitUntil(long nanos) {
        wait = nanos;
    }

    void keysAt(long nanos) {
        keys = nanos;
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
        wait = NEVER;
        keys = NEVER;
    }

    /** Whether Shani has said goodbye and the call ends once that was heard. */
    boolean goodbyeSaid() {
        return goodbye != NEVER;
    }

    boolean silenceIsDue(long now) {
        return now >= silence;
    }

    boolean keysAreDue(long now) {
        return now >= keys;
    }

    boolean waitIsOver(long now) {
        return now >= wait;
    }

    boolean goodbyeIsDue(long now) {
        return now >= goodbye;
    }
}
