package io.arcline.call;

import io.arcline.hotline.dialog.Heard;
import java.util.Optional;

/**
 * Whether and how one call is to go on elsewhere: best when the caller has just done something that is to be answered, because
 * then the answer is given there, and all that the caller notices is that it comes a little later. Not thread-safe; belongs to
 * one call.
 */
final class Departure {
    /** So long the saving is waited for; the caller hears nothing meanwhile. */
    static final long PATIENCE_NANOS = 1_500_000_000L;

    private boolean asked;
    private boolean leaving;
    private boolean anyway;
    private Optional<Heard> unanswered = Optional.empty();

    /** The call shall go when the caller has done something. */
    void ask() {
        asked = true;
    }

    /** Whether the call goes now that this was heard. */
    boolean goesAt(Heard heard) {
        return asked && !leaving && isAnswerable(heard);
    }

    /**
     * The call is on its way: it goes as soon as where it stands is saved.
     *
     * @param heard what is to be answered elsewhere
     * @param whateverHappens whether it goes without that, too
     */
    void begin(Optional<Heard> heard, boolean whateverHappens) {
        leaving = true;
        anyway = whateverHappens;
        unanswered = heard;
    }

    boolean isUnderWay() {
        return leaving;
    }

    /** Whether the call goes even though where it stands could not be saved. */
    boolean isCertain() {
        return anyway;
    }

    /** What waits to be answered elsewhere. */
    Optional<Heard> unanswered() {
        return unanswered;
    }

    /** The call stays after all, until it is asked again. Returns what is to be answered here then. */
    Optional<Heard> callOff() {
        Optional<Heard> heard = unanswered;
        asked = false;
        leaving = false;
        unanswered = Optional.empty();
        return heard;
    }

    private static boolean isAnswerable(Heard heard) {
        return heard instanceof Heard.Speech || heard instanceof Heard.Keys || heard instanceof Heard.Silence;
    }
}
