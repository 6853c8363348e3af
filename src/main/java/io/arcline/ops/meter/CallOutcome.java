package io.arcline.ops.meter;

import java.util.Locale;

/** How calls end, as far as it is worth telling apart in a metric. */
enum CallOutcome {
    /** Shani said goodbye and was heard. */
    ENDED,
    /** The caller hung up: Twilio closed the socket as it should. */
    HUNG_UP,
    /** The socket broke. */
    LOST,
    /** This server closed the socket: nothing was heard from the other side any more, or what was is against the rules. */
    GIVEN_UP,
    /** The call goes on by another socket, here or on another server. */
    MOVED,
    /** A mistake in this server. */
    BROKEN;

    /** @param reason what the call's observers are told: {@code ended}, {@code moved}, a WebSocket's close code with a phrase, or our own words */
    static CallOutcome of(String reason) {
        if (reason.equals("ended")) {
            return ENDED;
        }
        if (reason.equals("moved") || reason.startsWith("taken over")) {
            return MOVED;
        }
        if (reason.equals("internal error")) {
            return BROKEN;
        }
        if (reason.startsWith("1000") || reason.startsWith("1001")) {
            return HUNG_UP;
        }
        return reason.matches("\\d{4}( .*)?") ? LOST : GIVEN_UP;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
