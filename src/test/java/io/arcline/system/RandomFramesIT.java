package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.socket.Closing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated frames in random order: no exception, no wrong close code, nothing left behind. {@code -Dframes=100000} for
 * more of them, {@code -Dseed=...} for the same ones again.
 */
class RandomFramesIT {
    private static final int FRAMES_A_CALL = 1_000;
    /** More would take the processor from the database, which then fails for its own reasons. */
    private static final int AT_A_TIME = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Threads that a server may have started for other reasons meanwhile. */
    private static final int THREADS_OF_POOLS = 30;

    /** Descriptors that it may have taken for other reasons: connections of pools, files of logs. */
    private static final int DESCRIPTORS_OF_POOLS = 30;

    /** What threads that are reused may still hold of the calls that they served last. */
    private static final int OBJECTS_OF_POOLS = 20;

    /** What each call has one of: the conversation, its timers, its socket on our side and on Liberty's. */
    private static final String[] ONE_A_CALL = {
        "io.arcline.call.Call",
        "io.arcline.call.Deadlines",
        "io.arcline.twilio.socket.RelaySession",
        "com.ibm.ws.wsoc.SessionImpl"
    };

    @Test
    void leaveNothingBehindAndBreakNothing() throws Exception {
        int frames = Integer.getInteger("frames", 10_000);
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(frames + " random frames with seed " + seed);
        LibertyServer server = Servers.development();
        int before = server.console().length();
        try (Insight insight = new Insight(server)) {
            int threads = insight.threads().getThreadCount();
            OptionalLong descriptors = insight.descriptors();
            long objects = insight.liveObjects(ONE_A_CALL);
            try (var callers = Executors.newFixedThreadPool(AT_A_TIME)) {
                List<Future<Closing>> calls = new ArrayList<>();
                for (int call = 0; call < frames / FRAMES_A_CALL; call++) {
                    int number = call;
                    calls.add(callers.submit(() -> call(server, seed, number)));
                }
                for (Future<Closing> call : calls) {
                    assertThat(call.get().code())
                            .as("seed %d: %s", seed, call.get())
                            .isEqualTo(1000);
                }
            }
            await(() -> insight.relay().getOpenSockets() == 0, "sockets");
            await(() -> insight.calls().getLiveCalls() == 0, "calls");
            await(() -> insight.threads().getThreadCount() < threads + THREADS_OF_POOLS, "threads");
            descriptors.ifPresent(
                    some -> await(() -> insight.descriptors().orElse(0) < some + DESCRIPTORS_OF_POOLS, "descriptors"));
            await(() -> insight.liveObjects(ONE_A_CALL) <= objects + OBJECTS_OF_POOLS, "objects of calls");
            System.out.printf(
                    "threads %d, then %d; descriptors %s, then %s; objects of calls %d, then %d%n",
                    threads,
                    insight.threads().getThreadCount(),
                    descriptors,
                    insight.descriptors(),
                    objects,
                    insight.liveObjects(ONE_A_CALL));
        }
        assertThat(server.console()
                        .substring(before)
                        .lines()
                        .filter(line -> line.contains("Exception") || line.contains("[ERROR")))
                .as("seed %d", seed)
                .isEmpty();
    }

    private static Closing call(LibertyServer server, long seed, int number) throws Exception {
        Random random = new Random(seed + number);
        RandomFrames frames = new RandomFrames(random);
        RawCall call = RawCall.open(server, "CArandom" + seed + "n" + number);
        for (int i = 1; i < FRAMES_A_CALL; i++) {
            if (!call.send(i % 5 == 0 ? RandomFrames.good() : frames.next())) {
                break;
            }
        }
        return call.hangUp();
    }

    private static void await(BooleanSupplier gone, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!gone.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s are left behind", what).isLessThan(until);
            LockSupport.parkNanos(100_000_000L);
        }
    }
}
