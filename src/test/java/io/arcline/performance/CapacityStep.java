package io.arcline.performance;

import io.arcline.faketwilio.load.Crowd;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What a number of calls does to a task.
 *
 * @param memory the most that counted as taken in a second, bytes
 * @param anonymous the processes' own of it at the end, bytes
 * @param processors that were used on average
 * @param throttled of the periods of the processor's quota, from 0 to 1
 */
record CapacityStep(
        Crowd.Seen seen, Duration measured, long memory, long anonymous, double processors, double throttled) {

    /** Has the calls talk for a while, and measures for another one. */
    static CapacityStep take(TaskServer server, Crowd crowd, Duration settle, Duration measured) {
        sleep(settle);
        AtomicLong most = new AtomicLong(server.memory());
        Thread watch = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                most.accumulateAndGet(server.memory(), Math::max);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        });
        long[] periods = server.periods();
        Duration spent = server.spent();
        Crowd.Seen seen = crowd.see(measured);
        spent = server.spent().minus(spent);
        long[] later = server.periods();
        watch.interrupt();
        return new CapacityStep(
                seen,
                measured,
                most.get(),
                server.anonymous(),
                (double) spent.toNanos() / measured.toNanos(),
                (double) (later[1] - periods[1]) / Math.max(1, later[0] - periods[0]));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private double perSecond(long count) {
        return count / (measured.toMillis() / 1e3);
    }

    JsonObjectBuilder json() {
        JsonObjectBuilder failures = Json.createObjectBuilder();
        seen.failures().forEach(failures::add);
        return Json.createObjectBuilder()
                .add("turnsPerSecond", round(perSecond(seen.turns())))
                .add("connectsPerSecond", round(perSecond(seen.connects())))
                .add("p50", round(seen.p50()))
                .add("p99", round(seen.p99()))
                .add("most", round(seen.most()))
                .add("failures", failures)
                .add("memoryBytes", memory)
                .add("anonymousBytes", anonymous)
                .add("processorMillisPerSecond", round(1000 * processors))
                .add("throttledPercent", round(100 * throttled));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f turns a second, %.1f connects, p50 %.1f ms, p99 %.1f, %d failed, %.0f ms of processor a second, %.0f %% throttled",
                perSecond(seen.turns()),
                perSecond(seen.connects()),
                seen.p50(),
                seen.p99(),
                seen.failed(),
                1000 * processors,
                100 * throttled);
    }
}
