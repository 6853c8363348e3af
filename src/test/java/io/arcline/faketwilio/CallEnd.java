package io.arcline.faketwilio;

import io.arcline.faketwilio.line.SessionEnd;
import java.util.List;

/**
 * How a call ended.
 *
 * @param kind what ended it
 * @param detail for people
 * @param sessions the relay sessions of the call, in order; more than one after a reconnect
 */
public record CallEnd(Kind kind, String detail, List<SessionEnd> sessions) {
    public CallEnd {
        sessions = List.copyOf(sessions);
    }

    /**
     * Whether the hotline ended the call as it should: its last session by an {@code end} frame, the action answered
     * with TwiML that ends the call.
     */
    public boolean proper() {
        return kind == Kind.HOTLINE && !sessions.isEmpty() && sessions.getLast().byServer();
    }

    /** Whether the hotline ended a session while the caller was still listening to it. */
    public boolean cutOff() {
        return sessions.stream().anyMatch(SessionEnd::cutOff);
    }

    /** What ended a call. */
    public enum Kind {
        /** The hotline's TwiML: a Hangup, or the end of the document. */
        HOTLINE,
        /** The caller. */
        CALLER,
        /** The hotline's TwiML, by handing the caller over to somebody else. */
        TRANSFERRED,
        /** A Reject: the caller heard the busy tone or that the number is not in service. */
        REJECTED,
        /** The relay's socket could not be opened (64102): the caller heard the busy tone. */
        BUSY,
        /** A webhook without an answer that Twilio can follow: the caller heard an application error. */
        ERROR
    }
}
