package io.arcline.faketwilio.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One load from the first call to the last: waits for all calls, lets them talk, and collects what its threads measured. */
final class LoadRun {
    private final LoadOptions options;
    private final Consumer<String> progress;
    private final Course course = new Course();
    private final List<LoadThread> lines = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** @param progress told a line a few times */
    LoadRun(LoadOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Everything that a process has used of its processors so far. */
    private record Spent(long own, long server) {}

    /** Runs it to its end. */
    LoadResult run() {
        Instant started = Instant.now();
        var scripts = Scripts.named(options.script(), options.seed());
        for (int index = 0; index < options.threads(); index++) {
            LoadThread line = new LoadThread(index, options, course, scripts);
            lines.add(line);
            threads.add(Thread.ofPlatform().name("load-" + index).daemon().start(line::run));
        }
        awaitCalls();
        progress.accept("%d calls connected, %d failed".formatted(course.greetedCalls(), course.failedCalls()));
        long talks = System.nanoTime();
        long counts = talks + options.warmUp().toNanos();
        long ends = counts + options.measured().toNanos();
        course.set(talks, counts, ends);
        sleepUntil(counts);
        Spent before = spent();
        sleepUntil(ends);
        Spent after = spent();
        progress.accept("measured; waiting for the last replies");
        join();
        return LoadResult.of(
                options,
                started,
                lines.stream().map(LoadThread::tally).toList(),
                course.greetedCalls(),
                Duration.ofNanos(after.own - before.own),
                Duration.ofNanos(after.server - before.server));
    }

    private void awaitCalls() {
        long longest = (long) (options.calls() / options.connectRate() * 1e9)
                + 2 * options.patience().toNanos();
        long until = System.nanoTime() + longest;
        while (course.greetedCalls() + course.failedCalls() < options.calls() && System.nanoTime() < until) {
            sleepUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private Spent spent() {
        var beans = ManagementFactory.getThreadMXBean();
        long own = threads.stream()
                .mapToLong(thread -> beans.getThreadCpuTime(thread.threadId()))
                .sum();
        long server = ProcessHandle.of(options.serverPid())
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
        return new Spent(own, server);
    }

    private static void sleepUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void join() {
        for (Thread thread : threads) {
            try {
                thread.join(options.patience().plusSeconds(10));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
