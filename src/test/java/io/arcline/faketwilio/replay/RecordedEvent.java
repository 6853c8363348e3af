package io.arcline.faketwilio.replay;

import io.arcline.faketwilio.webhook.Form;
import jakarta.json.JsonObject;

/** One line of a recording. All but the notes carry {@code ms}, milliseconds on the recording's one clock. */
public sealed interface RecordedEvent {

    /** Milliseconds on the recording's clock. */
    long ms();

    /** Twilio asked a URL of the server. */
    record Webhook(long ms, String path, Form form) implements RecordedEvent {}

    /** The server's answer. */
    record Answered(long ms, String path, String body) implements RecordedEvent {}

    /** The relay's handshake, with its headers as they came. */
    record Handshake(long ms, JsonObject headers) implements RecordedEvent {}

    /** The socket is open. */
    record Open(long ms) implements RecordedEvent {}

    /** Twilio sent a frame, of the call's first or a later session, counted from 1. */
    record In(long ms, int session, JsonObject frame) implements RecordedEvent {}

    /** The server sent a frame. */
    record Out(long ms, int session, JsonObject frame) implements RecordedEvent {}

    /** The socket closed. */
    record Closed(long ms, int session, int code, String reason) implements RecordedEvent {}

    /** A remark of whoever recorded. */
    record Note(long ms, String text) implements RecordedEvent {}
}
