package io.arcline.call;

import java.time.Duration;

/**
 * How patient a call is.
 *
 * @param silence from the end of Shani's words until the call asks again
 * @param goodbyeMargin added to the estimated length of a goodbye before the call is ended without having heard that it was played
 */
public record CallTimes(Duration silence, Duration goodbyeMargin) {

    /** Characters a second that a voice speaks: what twelve recorded replies came to, rounded down. */
    static final int CHARACTERS_A_SECOND = 15;

    public static CallTimes standard() {
        return new CallTimes(Duration.ofSeconds(8), Duration.ofMillis(1500));
    }

    /** How long a voice needs for a text, in nanoseconds. */
    static long speakingNanos(int characters) {
        return characters * 1_000_000_000L / CHARACTERS_A_SECOND;
    }
}
