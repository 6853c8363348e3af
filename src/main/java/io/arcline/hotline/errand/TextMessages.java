package io.arcline.hotline.errand;

import java.util.UUID;

/** Sends text messages. Calls may block up to the carrier's own timeouts. */
public interface TextMessages {

    /** What became of a text message. */
    enum Result {
        SENT,
        /** The number is withheld, not a telephone number, or cannot receive text messages. */
        NO_NUMBER,
        /** Not sent, or nobody knows; the caller must not be told that it was. */
        FAILED
    }

    /**
     * Sends one message; the same id again is not sent twice.
     *
     * @param to the caller's number as the carrier gave it; may be blank or no number at all
     */
    Result send(UUID id, String to, String body);
}
