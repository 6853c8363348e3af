package io.arcline.faketwilio.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A result as lines to read. */
final class ResultText {
    private ResultText() {}

    static String of(LoadResult result) {
        StringBuilder out = new StringBuilder();
        LoadOptions options = result.options();
        line(
                out,
                "%d calls, script %s, %s%s, %.0f s",
                options.calls(),
                options.script(),
                pace(options),
                gathered(options),
                options.measured().toNanos() / 1e9);
        line(
                out,
                "%d turns, %.0f a second, all replies right: %s",
                result.turns().getTotalCount(),
                result.turnsPerSecond(),
                result.right() ? "yes" : "NO");
        line(out, "a turn    %s", times(result.turns()));
        line(out, "a connect %s (%d calls)", times(result.connects()), result.connected());
        if (result.comebacks().getTotalCount() > 0) {
            line(
                    out,
                    "coming back %s (%d times)",
                    times(result.comebacks()),
                    result.comebacks().getTotalCount());
        }
        line(out, "processor time a turn: load %.1f µs", result.ownMicrosPerTurn());
        if (!result.server().isZero()) {
            line(out, "processor time a turn: server %.1f µs", result.serverMicrosPerTurn());
        }
        result.failures().forEach((kind, count) -> line(out, "%d times %s", count, kind));
        result.samples().forEach(sample -> line(out, "  %s", sample));
        return out.toString();
    }

    static String pace(LoadOptions options) {
        if (options.rate() > 0) {
            return String.format(Locale.ROOT, "open loop, %.0f turns a second", options.rate());
        }
        double think = options.think().toNanos() / 1e9;
        return think == 0
                ? "closed loop, no think time"
                : String.format(Locale.ROOT, "closed loop, %.1f s of think time", think);
    }

    private static String gathered(LoadOptions options) {
        return options.gather().isZero()
                ? ""
                : ", looking every " + options.gather().toNanos() / 1_000 + " µs";
    }

    private static String times(Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f, p99 %.2f, p99.9 %.2f, most %.2f",
                millis(histogram, 50),
                millis(histogram, 90),
                millis(histogram, 99),
                millis(histogram, 99.9),
                histogram.getMaxValue() / 1e6);
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
