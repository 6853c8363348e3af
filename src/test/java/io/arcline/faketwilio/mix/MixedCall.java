package io.arcline.faketwilio.mix;

import java.util.List;

/**
 * How one call of a mix went.
 *
 * @param number of the call in its mix
 * @param from the caller's number, of this call alone
 * @param problem why it did not end properly, with the call's transcript; "" when it did
 * @param reports those acknowledged, in order
 * @param messages those acknowledged, in order
 * @param unacknowledged reports and messages that were given, and whose acknowledgement was not heard
 * @param violations what the server did that Twilio refuses, ignores or does not know
 */
public record MixedCall(
        int number,
        String callSid,
        String from,
        String problem,
        List<String> reports,
        List<String> messages,
        List<String> unacknowledged,
        List<String> violations) {
    public MixedCall {
        reports = List.copyOf(reports);
        messages = List.copyOf(messages);
        unacknowledged = List.copyOf(unacknowledged);
        violations = List.copyOf(violations);
    }

    /** Whether the hotline ended it as it should. */
    public boolean proper() {
        return problem.isEmpty();
    }
}
