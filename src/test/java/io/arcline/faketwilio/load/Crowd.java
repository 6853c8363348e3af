package io.arcline.faketwilio.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls whose number changes while they talk, and what they see in a while: for a server that is to be loaded step by step, without
 * being called anew for each. A call that ends is replaced at once. For one thread.
 */
public final class Crowd implements AutoCloseable {
    private final LoadOptions options;
    private final Course course = new Course();
    private final LoadThread line;
    private final Thread thread;

    /**
     * What the calls saw in a while.
     *
     * @param connects calls that came through, new ones in the place of those that ended among them
     * @param p50 of a turn, milliseconds
     * @param p99 of a turn, milliseconds
     * @param most of a turn, milliseconds
     * @param failures by their kind
     */
    public record Seen(long turns, long connects, double p50, double p99, double most, Map<String, Integer> failures) {
        public int failed() {
            return failures.values().stream().mapToInt(count -> count).sum();
        }
    }

    private Crowd(LoadOptions options) {
        this.options = options;
        this.line = new LoadThread(0, options, course, Scripts.named(options.script(), options.seed()));
        line.redialAtOnce();
        course.set(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
        this.thread = Thread.ofPlatform().name("crowd").daemon().start(line::run);
    }

    /**
     * As many calls as {@code --calls} says, to begin with.
     *
     * @param args options of the load generator, closed loop
     * @throws IllegalArgumentException saying which option is wrong, and how
     */
    public static Crowd of(List<String> args, Map<String, String> environment) {
        LoadOptions options = LoadOptions.of(args.toArray(String[]::new), environment);
        if (options.rate() > 0 || options.threads() > 1) {
            throw new IllegalArgumentException("A crowd has one thread and no rate");
        }
        return new Crowd(options);
    }

    /** Has so many calls from now on, and waits until they have come through, or failed; false where some did not in time. */
    public boolean number(int calls) {
        onItsThread(() -> {
            line.resize(calls);
            return null;
        });
        long patience = (long) (calls / options.connectRate() * 1e9)
                + 2 * options.patience().toNanos();
        long until = System.nanoTime() + patience;
        while (!onItsThread(line::settled)) {
            if (System.nanoTime() > until) {
                return false;
            }
            sleep(Duration.ofMillis(200));
        }
        return true;
    }

    /** Waits a while, and tells of the turns that ended in it; failures are those before it, too, that were not told yet. */
    public Seen see(Duration measured) {
        Map<String, Integer> before = onItsThread(line::takeTally).failures();
        sleep(measured);
        Tally tally = onItsThread(line::takeTally);
        before.forEach((kind, count) -> tally.failures().merge(kind, count, Integer::sum));
        return new Seen(
                tally.turns().getTotalCount(),
                tally.connects().getTotalCount(),
                ResultText.millis(tally.turns(), 50),
                ResultText.millis(tally.turns(), 99),
                tally.turns().getMaxValue() / 1e6,
                Map.copyOf(tally.failures()));
    }

    private <T> T onItsThread(Supplier<T> asked) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        line.loop().hand(() -> answer.complete(asked.get()));
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IllegalStateException("the crowd does not answer", stuck);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Hangs all of them up. */
    @Override
    public void close() {
        course.cut(System.nanoTime());
        try {
            thread.join(options.patience().plusSeconds(10));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
