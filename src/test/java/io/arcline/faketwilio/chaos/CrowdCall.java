package io.arcline.faketwilio.chaos;

import io.arcline.faketwilio.CallEnd;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.line.SessionEnd;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How one call of a crowd went.
 *
 * @param acknowledged reports that the caller heard to be stored
 * @param open a report that was given and not heard to be stored; "" for none
 * @param greetings how often the greeting was heard
 * @param apologies lines about a loss that were heard
 * @param behind how often it went on where something may have been missing
 * @param forgotten how often it began anew
 * @param turns answers that were heard
 * @param problem why it did not go as it should; "" where it did
 */
public record CrowdCall(
        FakeCall call,
        List<String> acknowledged,
        String open,
        int greetings,
        int apologies,
        int behind,
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

    /** Whether it was connected again, by the action or by the carrier itself. */
    public boolean cameBack() {
        return sessions() > 1 || !gaps().isEmpty();
    }

    /** From each loss or end of a socket to the first words on the next one. */
    public List<Duration> gaps() {
        List<Duration> gaps = new ArrayList<>();
        Duration lost = null;
        for (Transcript.Line line : call.transcript().lines()) {
            switch (line.event()) {
                case CallEvent.Socket(String what) when what.startsWith("closed") -> lost = line.at();
                case CallEvent.Received received -> {
                    if (lost != null) {
                        gaps.add(line.at().minus(lost));
                    }
                    lost = null;
                }
                default -> {}
            }
        }
        return gaps;
    }

    /** Sessions that the server ended while the caller was listening. */
    public boolean cutOff() {
        return call.end().map(CallEnd::sessions).orElse(List.of()).stream().anyMatch(SessionEnd::cutOff);
    }
}
