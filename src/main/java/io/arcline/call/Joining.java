package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.dialog.Turn;

/**
 * One utterance may arrive as several finals. As long as nothing of the answer to the first was heard and it had no effect, the
 * next one continues it: both are answered together, from where the dialog stood before the first. Not thread-safe.
 */
final class Joining {
    /** Finals of one utterance were seen up to a second apart; what comes later is a new one. */
    static final long LIFE_NANOS = 2_000_000_000L;

    /** The same, where the caller cut the answer off before its first word: until they have finished. */
    static final long CUT_LIFE_NANOS = 10_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE;

    private DialogState before;
    private String text = "";
    private long until = NEVER;
    private boolean cut;

    /** A turn was answered that may still be taken back. */
    void answered(DialogState stateBefore, String words, long now) {
        before = stateBefore;
        text = words;
        until = now + LIFE_NANOS;
        cut = false;
    }

    /** The turn before stands. */
    void settle() {
        until = NEVER;
    }

    /** The answer was cut off before anything of it was heard: the carrier has discarded it. */
    void cutUnheard(long now) {
        if (until != NEVER) {
            until = now + CUT_LIFE_NANOS;
            cut = true;
        }
    }

    /** @param unheard whether nothing of the answer has been heard, as far as that is known */
    boolean open(boolean unheard, long now) {
        return now < until && (unheard || cut);
    }

    /** The utterance so far with what was heard now. */
    String with(String more) {
        return text + " " + more;
    }

    /** Where the dialog stood before the utterance. */
    DialogState before() {
        return before;
    }

    /**
     * An answer as it is given to a caller who is still speaking: the next one replaces it at the carrier. One with a part that
     * has to be heard stays as it is.
     */
    static Turn tentative(Turn answer) {
        if (!answer.says().stream().allMatch(Spoken::interruptible)) {
            return answer;
        }
        return new Turn(
                answer.state(),
                answer.says().stream()
                        .map(part -> new Spoken(part.text(), true, true))
                        .toList(),
                answer.next());
    }
}
