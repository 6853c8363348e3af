package io.arcline.performance;

import io.arcline.system.LibertyServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * ARC Line under calls that come and go, for an hour: whether its live heap, threads, descriptors and timers stay as they are, and
 * nothing goes wrong. A full collection every minute is part of it. Exit status 1 where something grew or went wrong.
 */
public final class Soak {
    /** Before the day in the name of what is kept. */
    static final String KIND = "soak-";

    private static final Path WORK = Path.of("target", "performance").toAbsolutePath();

    /** Has the server forget those that have just gone. */
    private static final int SECONDS_AFTERWARDS = 30;

    private final int minutes;
    private final double percentAnHour;
    private final List<String> load;
    private final List<SoakMinute> seen = new ArrayList<>();

    private Soak(int minutes, double percentAnHour, List<String> load) {
        this.minutes = minutes;
        this.percentAnHour = percentAnHour;
        this.load = load;
    }

    /**
     * Options: {@code --minutes N} (60), {@code --calls N} at a time (2500), {@code --think SECS} (5), {@code --script NAME} (mix: calls that
     * end, and new ones in their places), {@code --lose N}: after one reply in N a call loses its socket and comes back (200),
     * {@code --connect-rate N} calls a second (200), {@code --flat PERCENT} that something may rise an hour (5), {@code --shared}: no
     * cores of one's own.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> options = List.of(String.join(" ", args).strip().split("\\s+"));
        List<String> load = new ArrayList<>();
        for (List<String> option : List.of(
                List.of("--calls", "2500"),
                List.of("--think", "5"),
                List.of("--script", "mix"),
                List.of("--lose", "200"),
                List.of("--connect-rate", "200"))) {
            int at = options.indexOf(option.getFirst());
            load.addAll(List.of(option.getFirst(), at < 0 ? option.getLast() : options.get(at + 1)));
        }
        Soak soak =
                new Soak(Math.max(2, Suite.number(options, "--minutes", 60)), Suite.number(options, "--flat", 5), load);
        System.exit(soak.run(options.contains("--shared")) ? 0 : 1);
    }

    private boolean run(boolean shared) throws IOException, InterruptedException {
        if (!shared) {
            Suite.pin(ProcessHandle.current().pid(), 1);
        }
        Files.createDirectories(WORK);
        MeasuredDatabase database = MeasuredDatabase.in(WORK);
        try (LibertyServer server = Contestant.arcLineServer(database.port())) {
            if (!shared) {
                Suite.pin(server.pid(), 0);
            }
            JsonObject result = soak(server);
            JsonObject found = found(database, result, afterwards(server));
            Kept.keep(found);
            System.out.println(found.getBoolean("passed") ? "flat, and nothing went wrong" : "NOT PASSED");
            return found.getBoolean("passed");
        }
    }

    /** What the load generator saw. */
    private JsonObject soak(LibertyServer server) throws IOException, InterruptedException {
        Path json = WORK.resolve("soak.json");
        Files.deleteIfExists(json);
        List<String> args = new ArrayList<>(load);
        args.addAll(List.of("--server", server.uri("").toString(), "--server-pid", "" + server.pid()));
        args.addAll(List.of("--warm-up", "0", "--seconds", "" + 60 * minutes, "--patience", "30"));
        args.addAll(List.of("--json", json.toString()));
        Process calls = Suite.start(args);
        Thread atExit = new Thread(calls::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            long began = System.nanoTime();
            for (int minute = 1; minute <= minutes; minute++) {
                TimeUnit.NANOSECONDS.sleep(began + TimeUnit.MINUTES.toNanos(minute) - System.nanoTime());
                seen.add(SoakMinute.of(server));
                System.out.printf(Locale.ROOT, "%3d min: %s%n", minute, seen.getLast());
            }
            if (!calls.waitFor(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the load does not end");
            }
        } finally {
            calls.destroy();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
        return Suite.read(json);
    }

    private static SoakMinute afterwards(LibertyServer server) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SECONDS_AFTERWARDS);
        SoakMinute after = SoakMinute.of(server);
        System.out.println("after the last call: " + after);
        return after;
    }

    private JsonObject found(MeasuredDatabase database, JsonObject result, SoakMinute after) throws IOException {
        JsonObjectBuilder growth = Json.createObjectBuilder();
        boolean flat = true;
        for (SoakMinute.Quantity quantity : SoakMinute.Quantity.values()) {
            Growth one = Growth.of(seen.stream().map(quantity::of).toList(), percentAnHour, quantity.least());
            growth.add(quantity.key(), one.json());
            flat &= one.flat();
        }
        boolean right = result.getJsonObject("failures").isEmpty()
                && after.errors() == 0
                && after.dropped() == 0
                && after.calls() == 0;
        JsonObjectBuilder found = Kept.now(KIND)
                .add("jvmOptions", Contestant.JVM_OPTIONS)
                .add("database", database.kind())
                .add("options", String.join(" ", load))
                .add("minutes", minutes)
                .add("percentAnHour", percentAnHour)
                .add("flat", flat)
                .add("passed", flat && right)
                .add("growth", growth)
                .add("perMinute", perMinute(result.getJsonArray("perSecond")))
                .add("afterwards", after.json());
        JsonObjectBuilder whole = Json.createObjectBuilder(result);
        whole.remove("perSecond");
        return found.add("load", whole).build();
    }

    /** What was seen of the server, and of the callers in the minute before. */
    private JsonArrayBuilder perMinute(JsonArray seconds) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (int minute = 0; minute < seen.size(); minute++) {
            int from = Math.min(60 * minute, seconds.size());
            List<JsonObject> one =
                    seconds.getValuesAs(JsonObject.class).subList(from, Math.min(from + 60, seconds.size()));
            double[] p99 = one.stream()
                    .mapToDouble(second -> second.getJsonNumber("p99").doubleValue())
                    .sorted()
                    .toArray();
            all.add(seen.get(minute)
                    .json()
                    .add("turns", sum(one, "turns"))
                    .add("failed", sum(one, "failed"))
                    .add("p99", p99.length == 0 ? 0 : p99[p99.length / 2])
                    .add(
                            "max",
                            one.stream()
                                    .mapToDouble(second ->
                                            second.getJsonNumber("max").doubleValue())
                                    .max()
                                    .orElse(0)));
        }
        return all;
    }

    private static int sum(List<JsonObject> seconds, String name) {
        return seconds.stream().mapToInt(second -> second.getInt(name)).sum();
    }
}
