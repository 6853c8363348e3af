package io.arcline.hotline.dialog;

/**
 * How many keys make one entry. It is complete with the last of them, with {@link #TERMINATOR}, or when no further key follows for as
 * long as callers take between two of them.
 *
 * @param most keys; at least 1
 */
public record Keying(int most) {
    /** Ends an entry, and is none itself unless it comes alone. */
    public static final char TERMINATOR = '#';

    /** A choice: each key is an entry, and is answered at once. */
    static final Keying CHOICE = new Keying(1);

    /** Whether keys are several digits for one entry, rather than commands. */
    boolean isEntry(String keys) {
        return keys.length() > 1 && keys.length() <= most && keys.chars().allMatch(key -> key >= '0' && key <= '9');
    }
}
