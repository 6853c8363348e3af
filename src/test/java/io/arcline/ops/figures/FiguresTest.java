package io.arcline.ops.figures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The line is one that CloudWatch's embedded metric format has metrics in. */
class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void everyMetricOfTheLineHasItsValueAndTheServiceAsItsDimension() {
        String line = new Figures(12, 3, 40, 1, List.of(0.5, 3.0), List.of(0.5, 900.25)).line("arcline", NOW);
        assertThat(line).doesNotContain("\n");
        JsonObject json = read(line);
        JsonObject directive = directive(json);
        assertThat(directive.getString("Namespace")).isEqualTo("ArcLine");
        assertThat(directive.getJsonArray("Dimensions").toString()).isEqualTo("[[\"Service\"]]");
        assertThat(json.getString("Service")).isEqualTo("arcline");
        assertThat(json.getJsonObject("_aws").getJsonNumber("Timestamp").longValue())
                .isEqualTo(NOW.toEpochMilli());
        assertThat(directive.getJsonArray("Metrics").getValuesAs(JsonObject.class).stream()
                        .map(metric -> metric.getString("Name") + "=" + json.get(metric.getString("Name")))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("LiveCalls=12 Refused=3 JournalBacklog=40 JournalDropped=1 TurnMillis=[0.5,3.0]"
                        + " AnswerMillis=[0.5,900.25]");
    }

    @Test
    void aMinuteWithoutAnswersHasNoTimes() {
        JsonObject json = read(new Figures(0, 0, 0, 0, List.of(), List.of()).line("arcline", NOW));
        assertThat(json).doesNotContainKeys("TurnMillis", "AnswerMillis");
        assertThat(directive(json).getJsonArray("Metrics")).hasSize(4);
    }

    @Test
    void thousandsOfAnswersAreAHundredOfAllOfThem() {
        AnswerSample sample = new AnswerSample(new Random(1));
        LongStream.rangeClosed(1, 10_000).forEach(millis -> sample.add(millis * 1_000_000));
        List<Double> taken = sample.take();
        assertThat(taken).hasSize(AnswerSample.MOST).doesNotHaveDuplicates();
        assertThat(taken.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isBetween(4_000.0, 6_000.0);
        assertThat(sample.take()).isEmpty();
    }

    private static JsonObject directive(JsonObject json) {
        return json.getJsonObject("_aws").getJsonArray("CloudWatchMetrics").getJsonObject(0);
    }

    private static JsonObject read(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }
}
