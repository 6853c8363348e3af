package io.arcline.hotline.dialog;

/**
 * One line that Shani says.
 *
 * @param text plain sentences, never blank
 * @param interruptible whether the caller may cut it off; false for confirmations that must be heard
 * @param preemptible whether the next line may replace it while it is being said: true for fillers only
 */
public record Spoken(String text, boolean interruptible, boolean preemptible) {
    /** Whether both may be cut off and replaced alike, so that they can be said in one breath. */
    public boolean isLike(Spoken other) {
        return interruptible == other.interruptible && preemptible == other.preemptible;
    }
}
