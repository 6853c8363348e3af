package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.socket.Closing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated frames in random order: no exception, no wrong close code, nothing left behind. {@code -Dframes=100000} for
 * more of them, {@code -Dseed=...} for the same ones again.
 */
class RandomFramesIT {
    private static final int FRAMES_A_CALL = 1_000;
    private static final int AT_A_TIME = 10;

    /** Threads that a server may have started for other reasons meanwhile. */
    private static final int THREADS_OF_POOLS = 30;

    @Test
    void leaveNothingBehindAndBreakNothing() throws Exception {
        int frames = Integer.getInteger("frames", 10_000);
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(frames + " random frames with seed " + seed);
        LibertyServer server = Servers.development();
        int before = server.console().length();
        try (Insight insight = new Insight(server)) {
            int threads = insight.threads().getThreadCount();
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
            awaitNone(insight);
            assertThat(insight.threads().getThreadCount()).as("threads").isLessThan(threads + THREADS_OF_POOLS);
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

    private static void awaitNone(Insight insight) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (insight.relay().getOpenSockets() + insight.calls().getLiveCalls() > 0 && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(insight.relay().getOpenSockets()).as("sockets").isZero();
        assertThat(insight.calls().getLiveCalls()).as("calls").isZero();
    }
}
