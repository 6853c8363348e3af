package io.arcline.call;

import io.arcline.hotline.dialog.Spoken;

/**
 * The carrier's end of one call: Shani's mouth. Never blocks and never throws; what cannot be sent any more is dropped. A call
 * uses it from one thread at a time.
 */
public interface Line {

    /**
     * Speaks one part of a reply.
     *
     * @param last whether it closes the reply; true exactly once a reply
     */
    void say(Spoken part, boolean last);

    /** The caller cut in: what has not been sent yet of what was to be said is not sent any more. */
    void hush();

    /**
     * From now on speak and listen in this language.
     *
     * @param language BCP 47 tag
     */
    void language(String language);

    /** End the session from our side: what was said before has been heard. */
    void end();

    /** End the session from our side so that the carrier connects the call again, to a server that takes calls. */
    void move();

    /** Give the call up: the caller's side stopped answering or another socket took over. */
    void abandon(String reason);
}
