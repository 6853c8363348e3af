package io.arcline.faketwilio.chaos;

import io.arcline.faketwilio.CallEnd;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.line.SessionEnd;
import java.util.List;

/**
 * How one call of a crowd went.
 *
 * @param acknowledged reports that the caller heard to be stored
 * @param open a report that was given and not heard to be stored; "" for none
 * @param greetings how often the greeting was heard
 * @param apologies lines about a loss that were heard
 * @param forgotten how often the call began anew
 * @param turns answers that were heard
 * @param problem why it did not go as it should; "" where it did
 */
public record CrowdCall(
        FakeCall call,
        List<String> acknowledged,
        String open,
        int greetings,
        int apologies,
        int forgotten,
        int turns,
        String problem) {
    public CrowdCall {
        acknowledged = List.copyOf(acknowledged);
    }

    /** Sessions that ended without the server's having said so. */
    public long failedSessions() {
        return call.end().map(CallEnd::sessions).orElse(List.of()).stream()
                .filter(session -> session.status().equals("failed"))
                .count();
    }

    /** Sessions in all. */
    public int sessions() {
        return call.end().map(CallEnd::sessions).orElse(List.of()).size();
    }

    /** Sessions that the server ended while the caller was listening. */
    public boolean cutOff() {
        return call.end().map(CallEnd::sessions).orElse(List.of()).stream().anyMatch(SessionEnd::cutOff);
    }
}
