package io.arcline.faketwilio.wire;

/** A frame that Twilio answers with error 64107 and drops. */
public final class FrameRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FrameRefused(String why) {
        super(why);
    }
}
