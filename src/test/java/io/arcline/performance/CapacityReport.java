package io.arcline.performance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** How many calls each size of a task bears, for the page: a table of the sizes, and one of the steps that led there. */
final class CapacityReport {
    private CapacityReport() {}

    static String section(JsonObject found) {
        JsonObject dollars = found.getJsonObject("dollarsAnHour");
        StringBuilder out = new StringBuilder(PerformancePage.origin(found));
        add(
                out,
                "Script `%s`, %.0f s of think time, %d s measured a step; borne is what keeps p99 of a turn under %d ms and memory under %d %%, "
                        + "without a failed call.%n%n",
                found.getString("script"),
                number(found, "thinkSeconds"),
                found.getInt("secondsAStep"),
                found.getInt("p99Millis"),
                found.getInt("memoryPercent"));
        add(
                out,
                "| vCPU, MB | calls | `MAX_CALLS` | autoscaling at | p99 ms | memory, MB | processor ms a second | ended by | a thousand call minutes, x86 and ARM | ready after, s |%n");
        add(out, "|---|---|---|---|---|---|---|---|---|---|%n");
        for (JsonObject size : found.getJsonArray("sizes").getValuesAs(JsonObject.class)) {
            size(out, size, dollars);
        }
        add(
                out,
                "%n`MAX_CALLS` is four fifths of what is borne, since a quarter more may come back from another task; autoscaling aims at five "
                        + "eighths of `MAX_CALLS`, so that two tasks can carry each other's calls. "
                        + "A thousand call minutes are those of a task that always has as many calls as it bears, at %s an hour for a vCPU and a gigabyte of "
                        + "memory: what the run was given as Fargate's prices in us-east-1 on Linux, of a date that is not known here. "
                        + "At what autoscaling aims at they cost twice that. Without the load balancer, the database, the log and Twilio. The processor is this machine's for ARM, too.%n",
                prices(dollars));
        add(out, "%n<details><summary>Steps</summary>%n%n");
        add(
                out,
                "| vCPU, MB | calls | turns/s | connects/s | p50 ms | p99 ms | failed | memory %% | processor %% | throttled %% | |%n|---|---|---|---|---|---|---|---|---|---|---|%n");
        for (JsonObject size : found.getJsonArray("sizes").getValuesAs(JsonObject.class)) {
            for (JsonObject step : size.getJsonArray("steps").getValuesAs(JsonObject.class)) {
                step(out, size, step, found);
            }
        }
        add(out, "%n</details>%n");
        return out.toString();
    }

    private static void size(StringBuilder out, JsonObject size, JsonObject dollars) {
        int calls = size.getInt("calls");
        JsonObject at = nearest(size.getJsonArray("steps"), calls);
        add(
                out,
                "| %s, %d | %d%s | %d | %d | %s | %.0f | %.0f | %s | %s | %.0f |%n",
                size.getJsonNumber("cpu"),
                size.getInt("megabytes"),
                calls,
                at.getInt("calls") == calls ? "" : ", between two steps",
                calls * 4 / 5,
                calls / 2,
                calls == 0 ? "–" : String.format(Locale.ROOT, "%.1f", number(at, "p99")),
                number(at, "memoryBytes") / 1048576,
                number(at, "processorMillisPerSecond"),
                end(size),
                dollars.keySet().stream()
                        .map(kind -> calls == 0 ? "–" : cost(size, dollars.getJsonObject(kind)))
                        .collect(Collectors.joining(", ")),
                number(size, "readySeconds"));
    }

    /** The step with this number, or the next larger one that was taken. */
    private static JsonObject nearest(JsonArray steps, int calls) {
        return steps.getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getInt("calls") >= calls)
                .min((one, other) -> Integer.compare(one.getInt("calls"), other.getInt("calls")))
                .orElseThrow();
    }

    /** What was wrong with the smallest number that was too many. */
    private static String end(JsonObject size) {
        if (size.getBoolean("endedByMemory")) {
            return "memory";
        }
        return size.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> !step.getBoolean("quick"))
                .min((one, other) -> Integer.compare(one.getInt("calls"), other.getInt("calls")))
                .map(step -> String.format(
                        Locale.ROOT,
                        "%s of %d: processor %.0f %%, quota used up in %.0f %% of the periods",
                        step.getJsonObject("failures").isEmpty() ? "p99" : "failed calls",
                        step.getInt("calls"),
                        number(step, "processorPercent"),
                        number(step, "throttledPercent")))
                .orElse("the steps");
    }

    private static String cost(JsonObject size, JsonObject dollars) {
        double anHour = number(size, "cpu") * number(dollars, "vcpu")
                + size.getInt("megabytes") / 1024.0 * number(dollars, "gigabyte");
        return String.format(Locale.ROOT, "$%.4f", anHour / 60 / size.getInt("calls") * 1000);
    }

    private static String prices(JsonObject dollars) {
        return dollars.keySet().stream()
                .map(kind -> String.format(
                        Locale.ROOT,
                        "$%s and $%s (%s)",
                        dollars.getJsonObject(kind).getJsonNumber("vcpu"),
                        dollars.getJsonObject(kind).getJsonNumber("gigabyte"),
                        kind))
                .collect(Collectors.joining(", "));
    }

    private static void step(StringBuilder out, JsonObject size, JsonObject step, JsonObject found) {
        boolean quick = step.getBoolean("quick");
        boolean small = number(step, "memoryPercent") < found.getInt("memoryPercent");
        add(
                out,
                "| %s, %d | %d | %.0f | %.1f | %.1f | %.1f | %s | %.0f | %.0f | %.0f | %s |%n",
                size.getJsonNumber("cpu"),
                size.getInt("megabytes"),
                step.getInt("calls"),
                number(step, "turnsPerSecond"),
                number(step, "connectsPerSecond"),
                number(step, "p50"),
                number(step, "p99"),
                step.getJsonObject("failures").isEmpty() ? "0" : step.getJsonObject("failures"),
                number(step, "memoryPercent"),
                number(step, "processorPercent"),
                number(step, "throttledPercent"),
                quick && small ? "borne" : quick ? "memory" : "too many");
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    private static void add(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
