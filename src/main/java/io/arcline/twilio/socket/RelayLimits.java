package io.arcline.twilio.socket;

import java.time.Duration;
import java.util.Map;

/**
 * What a relay session may do and how long it is waited for.
 *
 * @param setup for the first message after the socket was opened
 * @param send for a frame to be taken by the peer, and for an end to be answered by its closing
 * @param ping between two pings of a silent socket; three without an answer end it
 * @param framesASecond that a socket may send
 * @param accountSid the account that calls must belong to; "" for any
 * @param bareSocket whether {@code /ws} without a token is open: development, without an auth token, this machine only
 * @param locales what recognition and the voice are told for a language of the dialog
 */
public record RelayLimits(
        Duration setup,
        Duration send,
        Duration ping,
        int framesASecond,
        String accountSid,
        boolean bareSocket,
        Map<String, String> locales) {}
