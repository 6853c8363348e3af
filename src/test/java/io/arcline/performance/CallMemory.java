package io.arcline.performance;

import io.arcline.faketwilio.load.Crowd;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a call takes of a server's memory, in bytes: {@code docs/performance.md} says how each is told.
 *
 * @param liveHeap that is alive after a full collection
 * @param anonymous the same, and by what the process grew outside of the heap
 * @param resident by what the process grew in all, after a full collection, pages of the heap that were touched for the first time among it
 * @param turns that it had had
 */
record CallMemory(long liveHeap, long anonymous, long resident, long turns) {
    private static final int CALLS = 1_000;

    /** Some twenty turns of a caller who thinks for half a second. */
    private static final Duration TALK = Duration.ofSeconds(11);

    /** Until a server has forgotten who hung up. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /**
     * First as many calls, and then as many more, as the server has not had: between these two the process grows by what pools keep for
     * a call, and no longer by code and classes. After they have gone, what calls take of the heap is told without the pools.
     */
    static CallMemory of(Contestant contestant) throws InterruptedException {
        Probe probe = new Probe(contestant.pid());
        long outside;
        long resident;
        try (Crowd calls = crowd(contestant)) {
            Probe.Resident some = resident(probe, calls, CALLS);
            Probe.Resident twice = resident(probe, calls, 2 * CALLS);
            outside = (twice.outside() - some.outside()) / CALLS;
            resident = (twice.all() - some.all()) / CALLS;
        }
        Thread.sleep(PAUSE);
        long empty = probe.liveHeap();
        try (Crowd calls = crowd(contestant)) {
            connect(calls, CALLS);
            long turns = calls.see(TALK).turns() / CALLS;
            long heap = (probe.liveHeap() - empty) / CALLS;
            return new CallMemory(heap, heap + outside, resident, turns);
        }
    }

    private static Probe.Resident resident(Probe probe, Crowd crowd, int calls) {
        connect(crowd, calls);
        crowd.see(TALK);
        probe.liveHeap();
        return probe.resident();
    }

    private static void connect(Crowd crowd, int calls) {
        if (!crowd.number(calls)) {
            throw new IllegalStateException(calls + " calls do not come through");
        }
    }

    private static Crowd crowd(Contestant contestant) {
        List<String> args = new ArrayList<>(contestant.target());
        args.addAll(List.of("--calls", "" + CALLS, "--think", "0.5", "--patience", "30"));
        args.addAll(List.of("--script", contestant.scripts().getFirst()));
        return Crowd.of(args, Map.of("TWILIO_AUTH_TOKEN", Contestant.AUTH_TOKEN));
    }

    JsonObjectBuilder json() {
        return Json.createObjectBuilder()
                .add("liveHeap", liveHeap)
                .add("anonymous", anonymous)
                .add("resident", resident)
                .add("turns", turns);
    }
}
