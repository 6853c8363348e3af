package io.arcline.hotline.dialog;

import java.util.List;

/**
 * One line that Shani says.
 *
 * @param text plain sentences, never blank
 * @param interruptible whether the caller may cut it off; false for confirmations that must be heard
 * @param preemptible whether the next line may replace it while it is being said: true for fillers only
 */
public record Spoken(String text, boolean interruptible, boolean preemptible) {
    /** The texts of lines that are said one after the other, as one. Most replies have one line, whose text it is then. */
    static String words(List<Spoken> lines) {
        if (lines.size() == 1) {
            return lines.getFirst().text();
        }
        int length = 0;
        for (Spoken line : lines) {
            length += line.text().length() + 1;
        }
        StringBuilder words = new StringBuilder(length);
        for (Spoken line : lines) {
            words.append(words.isEmpty() ? "" : " ").append(line.text());
        }
        return words.toString();
    }

    /** Whether both may be cut off and replaced alike, so that they can be said in one breath. */
    public boolean isLike(Spoken other) {
        return interruptible == other.interruptible && preemptible == other.preemptible;
    }
}
