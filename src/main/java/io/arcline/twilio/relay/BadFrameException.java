package io.arcline.twilio.relay;

/**
 * A frame that is no message of the protocol.
 *
 * <p>Its message says in a few words what is wrong and never holds any of the frame's content, so that it can be
 * logged. It has no stack trace: bad frames are the sender's fault, and may come many a second.
 */
public final class BadFrameException extends Exception {

    private static final long serialVersionUID = 1L;

    BadFrameException(String whatIsWrong) {
        super(whatIsWrong, null, false, false);
    }
}
