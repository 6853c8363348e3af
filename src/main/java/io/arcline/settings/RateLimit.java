package io.arcline.settings;

import java.util.OptionalInt;

/**
 * How many requests without a valid signature one address may send.
 *
 * @param perMinute within a minute; empty for any number
 */
public record RateLimit(OptionalInt perMinute) {
    /** "off", or a number from 1 to 100000. */
    public static RateLimit parse(String text) {
        if (text.equals("off")) {
            return new RateLimit(OptionalInt.empty());
        }
        if (!text.matches("[1-9]\\d{0,4}|100000")) {
            throw new IllegalArgumentException("is neither a number from 1 to 100000 nor off");
        }
        return new RateLimit(OptionalInt.of(Integer.parseInt(text)));
    }

    /** Whether there is no limit. */
    public boolean off() {
        return perMinute.isEmpty();
    }
}
