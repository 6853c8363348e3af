package io.arcline.call;

import java.time.Instant;

/**
 * What is known of a call when it is connected.
 *
 * @param callSid the carrier's id of the call, never blank
 * @param sessionId the carrier's id of this session of it, may be blank
 * @param from the caller's number as the carrier gave it, "" where it is withheld
 * @param to the number that was called
 * @param startedAt when the session was set up
 */
public record CallInfo(String callSid, String sessionId, String from, String to, Instant startedAt) {}
