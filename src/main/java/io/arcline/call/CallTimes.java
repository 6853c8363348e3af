package io.arcline.call;

import java.time.Duration;

/**
 * How patient a call is.
 *
 * @param silence from the end of Shani's words until the call asks again
 * @param firstFiller from the beginning of an errand until the caller hears that it is going on, and from the end of what was said of
 *     its answer
 * @param filler from the end of one filler to the next
 * @param goodbyeMargin added to the estimated length of a goodbye before the call is ended without having heard that it was played
 */
public record CallTimes(Duration silence, Duration firstFiller, Duration filler, Duration goodbyeMargin) {

    /** Characters a second that a voice speaks: fewer than the 19 of the recorded calls, so that an estimate is late rather than early. */
    static final int CHARACTERS_A_SECOND = 15;

    /** The usual times with this silence. */
    public static CallTimes withSilence(Duration silence) {
        return new CallTimes(silence, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(1500));
    }

    /** How long a voice needs for a text, in nanoseconds. */
    static long speakingNanos(int characters) {
        return characters * 1_000_000_000L / CHARACTERS_A_SECOND;
    }
}
