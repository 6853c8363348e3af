package io.arcline.faketwilio.load;

import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.HdrHistogram.Histogram;

/** A result as JSON: times in milliseconds, processor time in microseconds. */
final class ResultJson {
    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.5, 99.9, 99.99, 100};

    private ResultJson() {}

    static JsonObject of(LoadResult result) {
        LoadOptions options = result.options();
        JsonObjectBuilder json = Json.object()
                .add("started", result.started().toString())
                .add("title", options.title())
                .add("script", options.script())
                .add("calls", options.calls())
                .add("thinkSeconds", options.think().toNanos() / 1e9)
                .add("rate", options.rate())
                .add("connectRate", options.connectRate())
                .add("events", options.events())
                .add("gatherMicros", options.gather().toNanos() / 1_000)
                .add("seconds", options.measured().toNanos() / 1e9)
                .add("connected", result.connected())
                .add("right", result.right())
                .add("turns", result.turns().getTotalCount())
                .add("turnsPerSecond", round(result.turnsPerSecond(), 10))
                .add("turnMillis", times(result.turns()))
                .add("connectMillis", times(result.connects()))
                .add("comebackMillis", times(result.comebacks()))
                .add("loadMicrosPerTurn", round(result.ownMicrosPerTurn(), 10));
        if (!result.server().isZero()) {
            json.add("serverMicrosPerTurn", round(result.serverMicrosPerTurn(), 10));
        }
        JsonObjectBuilder failures = Json.object();
        result.failures().forEach(failures::add);
        JsonArrayBuilder seconds = JsonProvider.provider().createArrayBuilder();
        for (LoadResult.Second second : result.seconds()) {
            seconds.add(Json.object()
                    .add("turns", second.turns())
                    .add("p50", round(second.median() / 1e3, 1000))
                    .add("p99", round(second.p99() / 1e3, 1000))
                    .add("max", round(second.most() / 1e3, 1000))
                    .add("failed", second.failed()));
        }
        return json.add("failures", failures).add("perSecond", seconds).build();
    }

    private static JsonObjectBuilder times(Histogram histogram) {
        JsonObjectBuilder times = Json.object().add("count", histogram.getTotalCount());
        for (double percentile : PERCENTILES) {
            String name =
                    percentile == Math.rint(percentile) ? String.valueOf((int) percentile) : String.valueOf(percentile);
            times.add("p" + name, round(ResultText.millis(histogram, percentile), 1000));
        }
        return times;
    }

    private static double round(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
