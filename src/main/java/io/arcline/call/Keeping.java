package io.arcline.call;

import io.arcline.call.saved.Receipt;
import io.arcline.call.saved.StateWriter;

/** Has it saved where one call stands, in the order of its turns. Not thread-safe; belongs to one call. */
final class Keeping {
    private final String callSid;
    private final StateWriter writer;
    private long generation;
    private long sequence;

    /** @param generation higher than that of who held the call before */
    Keeping(String callSid, StateWriter writer, long generation) {
        this.callSid = callSid;
        this.writer = writer;
        this.generation = generation;
    }

    /** From here on this server holds the call, after somebody else did. */
    void after(long generationBefore) {
        generation = Math.max(generation, generationBefore + 1);
    }

    long generation() {
        return generation;
    }

    /** Never blocks; what it comes to is told on another thread. */
    void keep(Standing standing, Receipt receipt) {
        writer.save(callSid, generation, ++sequence, () -> StandingJson.write(standing), receipt);
    }
}
