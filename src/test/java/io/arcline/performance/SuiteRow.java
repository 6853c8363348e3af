package io.arcline.performance;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one server did with one script: the middle one of the rounds, each figure by itself.
 *
 * @param rate turns a second
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param micros of the server's processor time, a turn
 * @param bytes allocated, a turn
 */
record SuiteRow(String server, String script, double rate, double p50, double p99, double micros, long bytes) {
    private static final String REFERENCE = "Open Liberty";

    /** All of a suite's, in the order in which they were measured. */
    static List<SuiteRow> of(JsonObject suite) {
        Map<String, List<JsonObject>> groups = new LinkedHashMap<>();
        for (JsonObject run : suite.getJsonArray("runs").getValuesAs(JsonObject.class)) {
            groups.computeIfAbsent(run.getString("server") + "\n" + run.getString("script"), key -> new ArrayList<>())
                    .add(run);
        }
        return groups.values().stream().map(SuiteRow::middle).toList();
    }

    /** What the others are held against: the bare Open Liberty, or the first where it was not measured. */
    static SuiteRow reference(List<SuiteRow> rows) {
        return rows.stream()
                .filter(row -> row.server().equals(REFERENCE))
                .findFirst()
                .orElse(rows.getFirst());
    }

    private static SuiteRow middle(List<JsonObject> rounds) {
        List<JsonObject> millis =
                rounds.stream().map(run -> run.getJsonObject("turnMillis")).toList();
        return new SuiteRow(
                rounds.getFirst().getString("server"),
                rounds.getFirst().getString("script"),
                middle(rounds, "turnsPerSecond"),
                middle(millis, "p50"),
                middle(millis, "p99"),
                middle(rounds, "serverMicrosPerTurn"),
                (long) middle(rounds, "allocatedBytesPerTurn"));
    }

    private static double middle(List<JsonObject> rounds, String name) {
        double[] values = rounds.stream()
                .map(run -> run.getJsonNumber(name))
                .filter(number -> number != null)
                .mapToDouble(JsonNumber::doubleValue)
                .sorted()
                .toArray();
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
