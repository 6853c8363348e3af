package io.arcline.faketwilio.twiml;

/** A document that Twilio could not follow: the caller hears "an application error has occurred" and the call ends. */
public final class TwimlException extends Exception {
    private static final long serialVersionUID = 1L;

    TwimlException(String what) {
        super(what);
    }
}
