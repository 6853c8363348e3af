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

    /**
     * Four fifths of what a processor bears with 50 ms at the 99th percentile (docs/performance.md, Capacity): calls that come back
     * are taken up to a quarter above the limit.
     */
    private static final int CALLS_A_PROCESSOR = 1_600;

    /** The same for shares of a processor, whose servers do without the second compiler; the slower of the machines measured. */
    private static final int CALLS_A_SHARED_PROCESSOR = 880;

    private static final int WHOLE = 1_000;

    private static final int LEAST_CALLS = 100;

    /** Thousandths of a processor that the image's entry point found; a JVM sees whole ones only. */
    private static final String PROCESSOR = "arcline.processor.thousandths";

    /** What an office behind one number may need. */
    private static final int LEAST_CALLS_OF_A_NUMBER = 10;

    static Limits of(Settings settings) {
        Runtime jvm = Runtime.getRuntime();
        int processor = Integer.getInteger(PROCESSOR, WHOLE * jvm.availableProcessors());
        int calls = settings.server()
                .maxCalls()
                .orElseGet(() -> settings.server().production()
                        ? callsThatFit(jvm.maxMemory(), processor)
                        : callsThatFit(jvm.maxMemory()));
        int ofANumber = settings.server().production() ? Math.max(LEAST_CALLS_OF_A_NUMBER, calls / 100) : calls;
        return new Limits(
                calls,
                settings.calls().maxCallsPerNumber().orElse(ofANumber),
                settings.server().rateLimit().perMinute());
    }

    /** As many calls as there is room for, and as so many thousandths of a processor answer in time. */
    static int callsThatFit(long heap, int thousandths) {
        int answered = (thousandths < WHOLE ? CALLS_A_SHARED_PROCESSOR : CALLS_A_PROCESSOR) * thousandths / WHOLE;
        return Math.min(callsThatFit(heap), answered);
    }

    /** As many calls as there is room for in so many bytes of heap. */
    static int callsThatFit(long heap) {
        return Math.toIntExact(Math.clamp(heap / BYTES_A_CALL, LEAST_CALLS, 100_000));
    }
}
