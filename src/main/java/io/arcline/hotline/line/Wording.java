package io.arcline.hotline.line;

/**
 * One line, worded.
 *
 * @param text plain sentences, never blank
 * @param interruptible whether a caller may cut it off
 * @param preemptible whether the next line may replace it while it is being said
 */
public record Wording(String text, boolean interruptible, boolean preemptible) {}
