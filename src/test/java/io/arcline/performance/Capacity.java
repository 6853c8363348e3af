package io.arcline.performance;

import io.arcline.faketwilio.load.Crowd;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many calls tasks of Fargate's sizes bear: for each, a production server in a group with that share of a processor and memory, and
 * calls whose number goes up until turns take too long, memory is short, or calls fail.
 */
public final class Capacity {
    /** Before the day in the name of what is kept. */
    static final String KIND = "capacity-";

    private static final Path WORK = Path.of("target", "performance").toAbsolutePath();
    private static final String SIZES = "0.25/512,0.25/1024,0.5/1024,1/2048";
    private static final String SCRIPT = "mix";
    private static final int MOST_CALLS = 10_000;

    /** So that the first number is far from too many, and connecting leaves room for talking. */
    private static final int FIRST_CALLS_A_PROCESSOR = 200;

    private static final int CONNECTS_A_PROCESSOR = 40;

    private final List<String> options;
    private final List<JsonObject> sizes = new ArrayList<>();

    private Capacity(List<String> options) {
        this.options = options;
    }

    /**
     * Options: {@code --sizes CPU/MEGABYTES,…} (those of Fargate up to a processor), {@code --think SECS} (5), {@code --script NAME} (mix);
     * {@code --p99 MILLIS} (50) and {@code --memory PERCENT} (80): what must be kept; {@code --warm-up SECS} (90) at the first number,
     * {@code --settle SECS} (10) and {@code --seconds N} (30) of each step; {@code --steps N} (10) and {@code --minutes N} (7) a size, after which
     * no step begins; {@code --x86 VCPU/GB} (0.04048/0.004445) and {@code --arm VCPU/GB} (0.03238/0.00356): dollars an hour.
     */
    public static void main(String[] args) throws IOException {
        List<String> options = List.of(String.join(" ", args).strip().split("\\s+"));
        Suite.pin(ProcessHandle.current().pid(), 1);
        Files.createDirectories(WORK);
        MeasuredDatabase database = MeasuredDatabase.in(WORK);
        Capacity capacity = new Capacity(options);
        Path image = Files.createTempDirectory(WORK, "image-");
        for (String size : capacity.option("--sizes", SIZES).split(",")) {
            String[] parts = size.split("/");
            capacity.measure(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]), image, database);
        }
        System.exit(0);
    }

    private String option(String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private int number(String name, int otherwise) {
        return Suite.number(options, name, otherwise);
    }

    /** One size; what is found so far is kept. */
    private void measure(double cpu, int megabytes, Path image, MeasuredDatabase database) throws IOException {
        try (TaskServer server = TaskServer.start(cpu, megabytes, image, database.port())) {
            say("%s vCPU, %d MB: ready after %.1f s", cpu, megabytes, server.readySeconds());
            sizes.add(size(cpu, megabytes, server));
        }
        Kept.keep(Kept.now(KIND)
                .add("database", database.kind())
                .add("script", option("--script", SCRIPT))
                .add("thinkSeconds", Double.parseDouble(option("--think", "5")))
                .add("p99Millis", number("--p99", 50))
                .add("memoryPercent", number("--memory", 80))
                .add("secondsAStep", number("--seconds", 30))
                .add(
                        "dollarsAnHour",
                        Json.createObjectBuilder()
                                .add("x86", price("--x86", "0.04048/0.004445"))
                                .add("ARM", price("--arm", "0.03238/0.00356")))
                .add("sizes", Json.createArrayBuilder(sizes))
                .build());
    }

    private JsonObjectBuilder price(String name, String otherwise) {
        String[] parts = option(name, otherwise).split("/");
        return Json.createObjectBuilder()
                .add("vcpu", Double.parseDouble(parts[0]))
                .add("gigabyte", Double.parseDouble(parts[1]));
    }

    private JsonObject size(double cpu, int megabytes, TaskServer server) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(number("--minutes", 7));
        int from = Math.max(10, (int) (cpu * FIRST_CALLS_A_PROCESSOR));
        CapacitySearch search = new CapacitySearch(from, MOST_CALLS, number("--steps", 10));
        JsonArrayBuilder steps = Json.createArrayBuilder();
        long rest = server.memory();
        try (Crowd crowd = crowd(from, cpu)) {
            int settle = number("--warm-up", 90);
            for (int calls = search.next(); calls > 0 && System.nanoTime() < until; calls = search.next()) {
                boolean came = crowd.number(calls);
                CapacityStep step = CapacityStep.take(
                        server, crowd, Duration.ofSeconds(settle), Duration.ofSeconds(number("--seconds", 30)));
                settle = number("--settle", 10);
                double share = step.memory() / (megabytes * 1048576.0);
                boolean quick = came && step.seen().failed() == 0 && step.seen().p99() < number("--p99", 50);
                search.told(quick, 100 * share / number("--memory", 80));
                say("%6d calls: %s, memory %.0f %%%s", calls, step, 100 * share, quick ? "" : ", too many");
                steps.add(step.json()
                        .add("calls", calls)
                        .add("quick", quick)
                        .add("processorPercent", round(100 * step.processors() / cpu))
                        .add("memoryPercent", round(100 * share)));
            }
        }
        say("%s vCPU, %d MB: %d calls", cpu, megabytes, search.best());
        return Json.createObjectBuilder()
                .add("cpu", cpu)
                .add("megabytes", megabytes)
                .add("readySeconds", round(server.readySeconds()))
                .add("restBytes", rest)
                .add("calls", search.best())
                .add("endedByMemory", search.endedByMemory())
                .add("steps", steps)
                .build();
    }

    private Crowd crowd(int calls, double cpu) {
        List<String> args = List.of(
                "--server",
                "http://localhost:" + TaskServer.PORT,
                "--calls",
                "" + calls,
                "--connect-rate",
                "" + cpu * CONNECTS_A_PROCESSOR,
                "--think",
                option("--think", "5"),
                "--script",
                option("--script", SCRIPT),
                "--patience",
                "20");
        return Crowd.of(args, Map.of("TWILIO_AUTH_TOKEN", Contestant.AUTH_TOKEN, "DOMAIN", TaskServer.DOMAIN));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
