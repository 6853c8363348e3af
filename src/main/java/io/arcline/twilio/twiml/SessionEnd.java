package io.arcline.twilio.twiml;

/** How a relay session ended, as {@link ConnectAction} reads it from what Twilio posts. */
public sealed interface SessionEnd {

    /** The caller has hung up; there is nobody to speak to. */
    record CallOver() implements SessionEnd {}

    /** We sent {@code end} after the goodbye. */
    record EndedByUs() implements SessionEnd {}

    /** We sent {@code end} for something else to follow. */
    record HandedOff(Handoff handoff) implements SessionEnd {}

    /**
     * The socket was lost or refused, and the caller is still on the line.
     *
     * @param errorCode Twilio's, such as "64105" for a lost socket; digits, or empty
     */
    record Broken(String errorCode) implements SessionEnd {}

    /** Twilio says something else, and the caller may be on the line. */
    record Unknown() implements SessionEnd {}
}
