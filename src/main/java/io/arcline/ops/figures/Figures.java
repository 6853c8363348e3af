package io.arcline.ops.figures;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;

/**
 * What a server has to say about itself once a minute.
 *
 * @param liveCalls calls in progress
 * @param refused requests and handshakes that were refused, in this minute
 * @param journalBacklog entries of the journal that wait
 * @param journalDropped entries that were dropped, in this minute
 * @param turnMillis how long callers waited in this minute until they heard anything, not more than a hundred of them
 * @param answerMillis the same until they heard the answer itself
 */
public record Figures(
        long liveCalls,
        long refused,
        long journalBacklog,
        long journalDropped,
        List<Double> turnMillis,
        List<Double> answerMillis) {
    private static final String NAMESPACE = "ArcLine";

    public Figures {
        turnMillis = List.copyOf(turnMillis);
        answerMillis = List.copyOf(answerMillis);
    }

    /**
     * The line of which CloudWatch makes metrics of the namespace {@code ArcLine} with the one dimension {@code Service}. Source:
     * Amazon's specification of the embedded metric format.
     */
    public String line(String service, Instant now) {
        JsonArrayBuilder metrics = Json.createArrayBuilder()
                .add(metric("LiveCalls", "Count"))
                .add(metric("Refused", "Count"))
                .add(metric("JournalBacklog", "Count"))
                .add(metric("JournalDropped", "Count"));
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("Service", service)
                .add("LiveCalls", liveCalls)
                .add("Refused", refused)
                .add("JournalBacklog", journalBacklog)
                .add("JournalDropped", journalDropped);
        addTimes("TurnMillis", turnMillis, metrics, line);
        addTimes("AnswerMillis", answerMillis, metrics, line);
        JsonObjectBuilder directive = Json.createObjectBuilder()
                .add("Namespace", NAMESPACE)
                .add(
                        "Dimensions",
                        Json.createArrayBuilder().add(Json.createArrayBuilder().add("Service")))
                .add("Metrics", metrics);
        return line.add(
                        "_aws",
                        Json.createObjectBuilder()
                                .add("Timestamp", now.toEpochMilli())
                                .add(
                                        "CloudWatchMetrics",
                                        Json.createArrayBuilder().add(directive)))
                .build()
                .toString();
    }

    private static void addTimes(String name, List<Double> millis, JsonArrayBuilder metrics, JsonObjectBuilder line) {
        if (!millis.isEmpty()) {
            metrics.add(metric(name, "Milliseconds"));
            line.add(name, Json.createArrayBuilder(millis));
        }
    }

    private static JsonObjectBuilder metric(String name, String unit) {
        return Json.createObjectBuilder().add("Name", name).add("Unit", unit);
    }
}
