package io.arcline.faketwilio.twiml;

/** One instruction of a TwiML document. URLs are as written; they may be relative to the document's. */
public sealed interface Verb {

    /**
     * Connect the call to a relay.
     *
     * @param action URL to ask when the relay's session has ended; null for none
     * @param method of that request
     */
    record Connect(String action, String method, RelayNoun relay) implements Verb {}

    /** The carrier itself speaks a text. */
    record Say(String text) implements Verb {}

    /** Nothing happens for so many seconds. */
    record Pause(int seconds) implements Verb {}

    /** Go on with another document. */
    record Redirect(String url, String method) implements Verb {}

    /** The call is over. */
    record Hangup() implements Verb {}

    /** The call is not taken: {@code busy} or {@code rejected}. */
    record Reject(String reason) implements Verb {}

    /** The call leaves the hotline: Dial, Enqueue, Refer and the like. */
    record Transfer(String verb, String to) implements Verb {}
}
