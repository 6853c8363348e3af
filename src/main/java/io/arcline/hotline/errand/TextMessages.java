package io.arcline.hotline.errand;

import java.util.UUID;

/** Sends text messages. Calls may block up to the carrier's own timeouts. */
public interface TextMessages {

    /** What became of a text message. */
    enum Result {
        /** The carrier has accepted it. */
        SENT,
        /** There is no number to send it to: withheld, or no telephone number. */
        WITHHELD,
        /** The number cannot receive text messages. */
        CANNOT_RECEIVE,
        /** Whoever has the number wants no text messages from here. */
        OPTED_OUT,
        /** It may have been accepted or not. It is not sent again. */
        UNSURE,
        /** It was not sent. */
        FAILED
    }

    /**
     * Sends one message, in several parts where it is too long for one; the same id again is not sent twice.
     *
     * @param to the caller's number as the carrier gave it; may be blank or no number at all
     * @param called the number that the caller rang or wrote to, "" where it is not known
     */
    Result send(UUID id, String to, String called, String body);
}
