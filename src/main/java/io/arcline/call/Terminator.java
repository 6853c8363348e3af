package io.arcline.call;

/**
 * The {@code #} after a key that was enough by itself: habit, not a command. No step of the dialog wants more than one key, so
 * none waits for it. Where it has cut Shani's answer to the key off, she says it again. Not thread-safe; belongs to one call.
 */
final class Terminator {
    /** Between two keys of one entry; a {@code #} that comes later is one by itself. */
    static final long PAUSE_NANOS = 2_000_000_000L;

    private static final String REPEAT = "*";

    private boolean expected;
    private long until;
    private boolean answerCut;

    /** What is to be answered to a key: itself as a rule, and nothing ("") where it only ends the one before. */
    String meant(char key, long now) {
        boolean ends = key == '#' && expected && now - until < 0;
        expected = Character.isDigit(key);
        until = now + PAUSE_NANOS;
        if (!ends) {
            answerCut = false;
            return String.valueOf(key);
        }
        return answerCut ? REPEAT : "";
    }

    /** The caller cut Shani off. */
    void cut() {
        answerCut = true;
    }
}
