package io.arcline.call;

/**
 * What of Shani's words has reached the caller. The carrier tells in pieces, or not at all: where it tells nothing, time and
 * the length of what was sent have to do. Not thread-safe; belongs to one call.
 */
final class Playback {
    private final StringBuilder reply = new StringBuilder();
    private final StringBuilder heard = new StringBuilder();
    private int unplayed;
    private int replaceable;
    private boolean reportsSpeaking;
    private boolean reportsPlayed;
    private boolean startedSinceSent;
    private long estimatedEnd;

    /** A reply begins: what was heard is counted anew. Speech of the reply before may still be playing. */
    void begin() {
        reply.setLength(0);
        heard.setLength(0);
    }

    /** @param preemptible whether the next text replaces what is unplayed of this one */
    void sent(String text, boolean preemptible, long now) {
        if (!preemptible && replaceable > 0) {
            unplayed = Math.max(0, unplayed - replaceable);
            estimatedEnd = now;
            replaceable = 0;
        }
        reply.append(text);
        unplayed += text.length();
        replaceable += preemptible ? text.length() : 0;
        startedSinceSent = false;
        estimatedEnd = Math.max(estimatedEnd, now) + CallTimes.speakingNanos(text.length());
    }

    void speaking(boolean on) {
        reportsSpeaking = true;
        if (on) {
            startedSinceSent = true;
        }
    }

    void played(String text) {
        reportsPlayed = true;
        startedSinceSent = true;
        heard.append(text);
        unplayed = Math.max(0, unplayed - text.length());
        replaceable = Math.max(0, replaceable - text.length());
    }

    /**
     * The caller cut in: everything queued is discarded. The fragment in progress is usually reported as played just before
     * (so in the recordings), and is not counted twice.
     */
    void cut(String fragment, long now) {
        if (!heard.toString().endsWith(fragment)) {
            heard.append(fragment);
        }
        unplayed = 0;
        replaceable = 0;
        estimatedEnd = now;
    }

    /** Whether the carrier says that all of it was heard: asked when it reports that the voice stopped. */
    boolean finished() {
        return reportsPlayed ? unplayed <= 2 : startedSinceSent;
    }

    /** Whether nothing of the reply has been heard yet, as far as a carrier that reports its voice can tell. */
    boolean unheard() {
        return reportsSpeaking && !startedSinceSent;
    }

    /** When the voice will be done by the length of what was sent, in nanoseconds of the call's clock. */
    long estimatedEnd() {
        return estimatedEnd;
    }

    /** The words that were heard of the reply; all of it where the carrier does not tell. */
    String heard() {
        return reportsPlayed ? heard.toString() : reply.toString();
    }
}
