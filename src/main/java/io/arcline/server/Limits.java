package io.arcline.server;

import io.arcline.settings.Settings;
import java.util.OptionalInt;

/**
 * How much this server takes on.
 *
 * @param calls at the same time
 * @param callsOfANumber of one caller's number at the same time
 * @param refusalsAMinute requests with a wrong signature of one address; empty for any number
 */
record Limits(int calls, int callsOfANumber, OptionalInt refusalsAMinute) {
    /** A call and its socket, with room to spare. */
    private static final long BYTES_A_CALL = 128 * 1024;

    /** What an office behind one number may need. */
    private static final int LEAST_CALLS_OF_A_NUMBER = 10;

    static Limits of(Settings settings) {
        int calls = settings.server()
                .maxCalls()
                .orElseGet(() -> callsThatFit(Runtime.getRuntime().maxMemory()));
        int ofANumber = settings.server().production() ? Math.max(LEAST_CALLS_OF_A_NUMBER, calls / 100) : calls;
        return new Limits(
                calls,
                settings.calls().maxCallsPerNumber().orElse(ofANumber),
                settings.server().rateLimit().perMinute());
    }

    /** As many calls as there is room for in so many bytes of heap. */
    static int callsThatFit(long heap) {
        return Math.toIntExact(Math.clamp(heap / BYTES_A_CALL, 100, 100_000));
    }
}
