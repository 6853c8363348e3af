package io.arcline.call;

import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.dialog.Turn;

/**
 * Shani's side of a call: speaks turns on the line, so that each reply is closed exactly once and none after it was cut off, and
 * keeps account of what is heard of them. Not thread-safe; belongs to one call.
 */
final class Mouth {
    private final Line line;
    private final Playback playback = new Playback();
    private String language = DialogState.initial().language();
    private boolean open;
    private boolean midSentence;

    Mouth(Line line) {
        this.line = line;
    }

    /**
     * Speaks a turn: one token for lines that may be cut off and replaced alike.
     *
     * @param closes whether the reply is complete with it; one that is not goes on with the next turn
     */
    void say(Turn turn, boolean closes, long now) {
        if (!language.equals(turn.state().language())) {
            language = turn.state().language();
            line.language(language);
        }
        int count = turn.says().size();
        if (!open && count > 0) {
            playback.begin();
        }
        String text = midSentence ? " " : "";
        midSentence = false;
        for (int i = 0; i < count; i++) {
            Spoken part = turn.says().get(i);
            boolean last = closes && i == count - 1;
            text = text.isEmpty() && last ? part.text() : text + part.text() + (last ? "" : " ");
            playback.sent(part.text(), part.preemptible(), now);
            if (i == count - 1 || !part.isLike(turn.says().get(i + 1))) {
                line.say(new Spoken(text, part.interruptible(), part.preemptible()), last);
                text = "";
            }
        }
        if (count == 0 && closes && open) {
            line.say(new Spoken("", true, false), true);
        }
        open = !closes && (open || count > 0);
    }

    /**
     * Speaks a piece of an answer that is being given, as it is, with the spaces that it has; the reply goes on.
     *
     * @param piece not empty
     */
    void goOn(String piece, long now) {
        if (!open) {
            playback.begin();
            open = true;
        }
        line.say(new Spoken(piece, true, false), false);
        playback.continued(piece, now);
        midSentence = true;
    }

    /** The caller cut in: nothing more of this reply is sent, and it needs no closing; what comes is a new one. */
    void cut(String heard, long now) {
        line.hush();
        playback.cut(heard, now);
        open = false;
        midSentence = false;
    }

    /** What of the reply has not left yet is not said; the next one takes its place. */
    void withdraw() {
        line.hush();
    }

    Playback playback() {
        return playback;
    }
}
