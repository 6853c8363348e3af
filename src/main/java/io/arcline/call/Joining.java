package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;

/**
 * One utterance may arrive as several finals. As long as nothing of the answer to the first was heard and it had no effect, the
 * next one continues it: both are answered together, from where the dialog stood before the first. Not thread-safe.
 */
final class Joining {
    /** Finals of one utterance were seen up to a second apart; what comes later is a new one. */
    static final long LIFE_NANOS = 2_000_000_000L;

    private DialogState before;
    private String text = "";
    private long until = Long.MIN_VALUE;

    /** A turn was answered that may still be taken back. */
    void answered(DialogState stateBefore, String words, long now) {
        before = stateBefore;
        text = words;
        until = now + LIFE_NANOS;
    }

    /** The turn before stands. */
    void settle() {
        until = Long.MIN_VALUE;
    }

    boolean open(long now) {
        return now < until;
    }

    /** The utterance so far with what was heard now. */
    String with(String more) {
        return text + " " + more;
    }

    /** Where the dialog stood before the utterance. */
    DialogState before() {
        return before;
    }
}
