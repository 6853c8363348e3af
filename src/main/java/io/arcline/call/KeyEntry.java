package io.arcline.call;

import io.arcline.hotline.dialog.Keying;
import java.time.Duration;

/**
 * Makes entries of the keys that a caller presses, as long as the step of the dialog wants them. The terminator after an entry that was
 * enough by itself is habit, not a command: it is ignored, and where it has cut Shani's answer off, she says that again. Not
 * thread-safe; belongs to one call.
 */
final class KeyEntry {
    /** Between two keys of one entry; the dialog knows no clock. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String REPEAT = "*";

    private final StringBuilder begun = new StringBuilder();
    private boolean terminatorExpected;
    private long lastAt;
    private boolean answerCut;

    /** What is to be answered to a key: an entry, or nothing ("") where it is not complete yet or only ends the one before. */
    String pressed(char key, Keying keying, long now) {
        boolean soon = now - lastAt < PAUSE.toNanos();
        lastAt = now;
        if (!begun.isEmpty() && key == Keying.TERMINATOR) {
            terminatorExpected = false;
            return complete();
        }
        if (key == Keying.TERMINATOR && terminatorExpected && soon) {
            terminatorExpected = false;
            return answerCut ? REPEAT : "";
        }
        answerCut = false;
        terminatorExpected = Character.isDigit(key);
        if (!terminatorExpected) {
            forget();
            return String.valueOf(key);
        }
        begun.append(key);
        return begun.length() < keying.most() ? "" : complete();
    }

    /** Whether keys were pressed that wait for further ones. */
    boolean isBegun() {
        return !begun.isEmpty();
    }

    /** No further key follows: the entry as far as it goes. */
    String complete() {
        String entry = begun.toString();
        forget();
        return entry;
    }

    /** What was begun is not meant any more. */
    void forget() {
        begun.setLength(0);
    }

    /** The caller cut Shani off. */
    void cut() {
        answerCut = true;
    }
}
