package io.arcline.performance;

import io.arcline.faketwilio.load.LoadGenerator;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures ARC Line and servers that only answer in one session: every server alone on the first core, the load, the database and
 * everything else on the second. What was found is kept as data, and the page is written from it.
 */
public final class Suite {
    private static final Path WORK = Path.of("target", "performance").toAbsolutePath();

    /**
     * Of a load that does not think. Woken by each frame it would take an interrupt for each, and PostgreSQL, which has the same core,
     * be taken off it; behind PostgreSQL it would wait for the next tick of the kernel, and its servers with it.
     */
    private static final List<String> WITHOUT_THINKING = List.of("--calls", "100", "--gather", "100");

    private static final List<String> BEFORE_THE_DATABASE = List.of("nice", "-n", "-5");

    private final int seconds;
    private final int rounds;
    private final int warmUp;
    private final boolean parts;
    private final JsonArrayBuilder runs = Json.createArrayBuilder();
    private final JsonObjectBuilder starts = Json.createObjectBuilder();
    private final JsonObjectBuilder memory = Json.createObjectBuilder();
    private final JsonArrayBuilder thinking = Json.createArrayBuilder();
    private int dropped;

    private Suite(int seconds, int rounds, int warmUp, boolean parts) {
        this.seconds = seconds;
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.parts = parts;
    }

    /**
     * Options: {@code --seconds N} of each run (10), {@code --rounds N} (3), {@code --warm-up N} seconds for each server and script
     * before them (60), {@code --without-parts}: no JMH.
     */
    public static void main(String[] args) throws IOException, RunnerException {
        List<String> options = List.of(String.join(" ", args).strip().split("\\s+"));
        pin(ProcessHandle.current().pid(), 1);
        new Suite(
                        number(options, "--seconds", 10),
                        number(options, "--rounds", 3),
                        number(options, "--warm-up", 60),
                        !options.contains("--without-parts"))
                .run();
        System.exit(0);
    }

    static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }

    private void run() throws IOException, RunnerException {
        Files.createDirectories(WORK);
        MeasuredDatabase database = MeasuredDatabase.in(WORK);
        List<Contestant> contestants = new ArrayList<>();
        try {
            contestants.add(Contestant.jetty());
            contestants.add(Contestant.liberty());
            contestants.add(Contestant.arcLine(database.port()));
            for (Contestant contestant : contestants) {
                pin(contestant.pid(), 0);
                starts.add(contestant.name(), contestant.start().toMillis());
            }
            for (Contestant contestant : contestants) {
                warmUp(contestant);
            }
            database.emptyJournal();
            for (int round = 1; round <= rounds; round++) {
                for (Contestant contestant : contestants) {
                    for (String script : contestant.scripts()) {
                        measure(contestant, script, round);
                        dropped += database.emptyJournal();
                    }
                }
            }
            for (Contestant contestant : contestants) {
                memory(contestant);
                think(contestant);
            }
        } finally {
            contestants.forEach(Contestant::close);
        }
        JsonObject all = found(database);
        Kept.keep(all);
    }

    /** A compiler that shares its core with what it compiles for takes a minute. */
    private void warmUp(Contestant contestant) throws IOException {
        for (String script : contestant.scripts()) {
            loadWithoutThinking(contestant, "--script", script, "--seconds", "" + warmUp);
        }
    }

    private void measure(Contestant contestant, String script, int round) throws IOException {
        Path json = WORK.resolve("run.json");
        Probe probe = new Probe(contestant.pid());
        long before = probe.allocated();
        loadWithoutThinking(
                contestant,
                "--script",
                script,
                "--seconds",
                "" + seconds,
                "--warm-up",
                "2",
                "--server-pid",
                "" + contestant.pid(),
                "--json",
                json.toString(),
                "--svg",
                WORK.resolve("run-" + script + ".svg").toString(),
                "--title",
                contestant.name() + ", " + script);
        long allocated = probe.allocated() - before;
        JsonObject result = read(json);
        long turns = result.getJsonArray("perSecond").stream()
                .mapToLong(second -> second.asJsonObject().getInt("turns"))
                .sum();
        runs.add(Json.createObjectBuilder(result)
                .add("server", contestant.name())
                .add("round", round)
                .add("allocatedBytesPerTurn", allocated / Math.max(1, turns)));
    }

    /** As callers are: many calls, five seconds between an answer and the next words, connecting at a rate. */
    private void think(Contestant contestant) throws IOException {
        Path json = WORK.resolve("thinking.json");
        load(
                contestant,
                "--script",
                contestant.scripts().getFirst(),
                "--calls",
                "5000",
                "--connect-rate",
                "500",
                "--think",
                "5",
                "--warm-up",
                "5",
                "--seconds",
                "" + 2 * seconds,
                "--server-pid",
                "" + contestant.pid(),
                "--json",
                json.toString());
        thinking.add(Json.createObjectBuilder(read(json)).add("server", contestant.name()));
    }

    private void memory(Contestant contestant) {
        try {
            memory.add(contestant.name(), CallMemory.of(contestant).json());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void load(Contestant contestant, String... options) throws IOException {
        load(args(contestant, options));
    }

    private static void loadWithoutThinking(Contestant contestant, String... options) throws IOException {
        List<String> args = args(contestant, options);
        args.addAll(WITHOUT_THINKING);
        await(start(BEFORE_THE_DATABASE, args));
    }

    private static List<String> args(Contestant contestant, String... options) {
        List<String> args = new ArrayList<>(contestant.target());
        args.addAll(List.of(options));
        args.addAll(List.of("--patience", "30"));
        return args;
    }

    static void load(List<String> args) throws IOException {
        await(start(args));
    }

    private static void await(Process load) {
        try {
            load.waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Begins a load; signed as ARC Line asks for. */
    static Process start(List<String> args) throws IOException {
        return start(List.of(), args);
    }

    private static Process start(List<String> before, List<String> args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx300m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadGenerator.class.getName()));
        command.addAll(args);
        ProcessBuilder load = new ProcessBuilder(command).inheritIO();
        load.environment().put("TWILIO_AUTH_TOKEN", Contestant.AUTH_TOKEN);
        return load.start();
    }

    private JsonObject found(MeasuredDatabase database) throws IOException, RunnerException {
        return Kept.now("")
                .add("jvmOptions", Contestant.JVM_OPTIONS)
                .add("database", database.kind())
                .add("startMillis", starts)
                .add("bytesPerCall", memory)
                .add("runs", runs)
                .add("journalDropped", dropped)
                .add("thinking", thinking)
                .add("parts", parts ? parts() : Json.createArrayBuilder())
                .build();
    }

    /** JMH: the parts of a turn, each with what it allocates. */
    private static JsonArrayBuilder parts() throws IOException, RunnerException {
        Path json = WORK.resolve("parts.json");
        new Runner(new OptionsBuilder()
                        .include("CodecBenchmark|TurnBenchmark|MeaningBenchmark")
                        .addProfiler("gc")
                        .resultFormat(ResultFormatType.JSON)
                        .result(json.toString())
                        .build())
                .run();
        JsonArrayBuilder parts = Json.createArrayBuilder();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(json))) {
            reader.readArray().forEach(part -> {
                JsonObject metric = part.asJsonObject().getJsonObject("primaryMetric");
                String name = part.asJsonObject().getString("benchmark");
                parts.add(Json.createObjectBuilder()
                        .add("part", name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1))
                        .add("mode", part.asJsonObject().getString("mode"))
                        .add("score", metric.getJsonNumber("score"))
                        .add("unit", metric.getString("scoreUnit"))
                        .add(
                                "bytes",
                                part.asJsonObject()
                                        .getJsonObject("secondaryMetrics")
                                        .getJsonObject("gc.alloc.rate.norm")
                                        .getJsonNumber("score")));
            });
        }
        return parts;
    }

    static JsonObject read(Path json) throws IOException {
        try (Reader text = Files.newBufferedReader(json);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        }
    }

    /** Keeps a process, with all its threads, on one core; what it starts inherits that. */
    static void pin(long pid, int core) {
        Contestant.printed("taskset", "-a", "-p", "-c", "" + core, "" + pid);
    }
}
