package io.arcline.faketwilio.transcript;

import io.arcline.faketwilio.wire.ServerFrame;

/** One thing that happened in a call. */
public sealed interface CallEvent {

    /** A frame that Twilio sent. */
    record Sent(String frame) implements CallEvent {}

    /**
     * A frame that the server sent.
     *
     * @param read what it means; null where Twilio refuses it
     */
    record Received(String frame, ServerFrame read) implements CallEvent {}

    /**
     * The caller heard this of a reply.
     *
     * @param whole false where it was cut off after it
     */
    record Played(String text, boolean whole) implements CallEvent {}

    /** The caller heard this from the carrier itself, by a Say or as a failure's announcement. */
    record Announced(String text) implements CallEvent {}

    /** Twilio asks a URL of the server. */
    record Webhook(String method, String url, String form) implements CallEvent {}

    /** The server's answer to it. */
    record Answered(int status, String body) implements CallEvent {}

    /** The socket opened, closed or could not be opened. */
    record Socket(String what) implements CallEvent {}

    /** The server did something that Twilio refuses, ignores or does not know. */
    record Violation(String what) implements CallEvent {}

    /** The call is over. */
    record Over(String how) implements CallEvent {}
}
