package io.arcline.twilio.voice;

import io.arcline.hotline.line.Line;
import io.arcline.hotline.line.Lines;
import io.arcline.twilio.twiml.SpokenTwiml;
import java.util.function.Supplier;

/** What callers hear where there is no conversation: before the relay, after it, or instead of it. Thread-safe. */
public final class SpokenLines {
    private final Supplier<Lines> lines;
    private final SpokenTwiml spoken;

    /** @param lines as they stand at the moment */
    public SpokenLines(Supplier<Lines> lines, SpokenTwiml spoken) {
        this.lines = lines;
        this.spoken = spoken;
    }

    /** The voice that says them. */
    SpokenTwiml spoken() {
        return spoken;
    }

    /** All lines are taken. */
    String busy() {
        return lines.get().say(Line.CALL_FULL, 0).text();
    }

    /** The caller's number has as many calls as it may have. */
    String manyCalls() {
        return lines.get().say(Line.CALL_MANY, 0).text();
    }

    /** This server is not taking calls, another one or this one in a moment will. */
    String closing() {
        return lines.get().say(Line.CALL_DRAINING, 0).text();
    }

    /** Something broke on our side. */
    String trouble() {
        return lines.get().say(Line.CALL_TROUBLE, 0).text();
    }
}
