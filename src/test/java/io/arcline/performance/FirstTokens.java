package io.arcline.performance;

import io.arcline.standin.ModelStandIn;
import io.arcline.standin.ModelStandIn.Script;
import io.arcline.system.LibertyServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how much later than the model gives it the first word of an answer comes to its caller: the server alone on the first core,
 * the model's stand-in, the callers and the database on the second. The model gives its first token after 300 ms and one every 30 ms;
 * every answer is checked to be whole.
 */
public final class FirstTokens {
    private static final String KEY = "key-1";
    private static final String WORDS = "Rusted gears turn up in the machine halls near the old dam. Go in quiet.";
    private static final Script ANSWER =
            Script.saying(WORDS).after(Duration.ofMillis(300)).every(Duration.ofMillis(30));
    private static final Pattern ITEM = Pattern.compile("caller (\\d+) in turn (\\d+)");
    private static final String SCRIPT = """
            answered
            press 2
            say a gear for caller {call} in turn {turn}
              hear Rusted
              whole %s
            """.formatted(WORDS);
    private static final Path WORK = Path.of("target", "performance").toAbsolutePath();

    private final ModelStandIn model;
    private final LibertyServer server;
    private final int calls;
    private final int seconds;

    /** When callers ask. */
    private enum Asking {
        THINKING("5 s after each answer, on average", "5"),
        RESTLESS("as soon as they are answered", "0"),
        TOGETHER("so that all first tokens come in the same moment", "0");

        private final String how;
        private final String think;

        Asking(String how, String think) {
            this.how = how;
            this.think = think;
        }
    }

    private FirstTokens(ModelStandIn model, LibertyServer server, int calls, int seconds) {
        this.model = model;
        this.server = server;
        this.calls = calls;
        this.seconds = seconds;
    }

    /**
     * Options: {@code --calls N} (200), {@code --seconds N} of each run (15), {@code --rounds N} (3), {@code --warm-up N} seconds before
     * each of the first (30), {@code --shared}: no cores of one's own.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> options = List.of(String.join(" ", args).strip().split("\\s+"));
        boolean shared = options.contains("--shared");
        if (!shared) {
            Suite.pin(ProcessHandle.current().pid(), 1);
        }
        Files.createDirectories(WORK);
        MeasuredDatabase database = MeasuredDatabase.in(WORK);
        System.setProperty("arcline.server-jvm-args", Contestant.JVM_OPTIONS);
        try (ModelStandIn model = new ModelStandIn(KEY);
                LibertyServer server = LibertyServer.start("first-tokens", environment(model, database.port()))) {
            awaitHealth(server);
            if (!shared) {
                Suite.pin(server.pid(), 0);
            }
            FirstTokens measuring = new FirstTokens(
                    model, server, Suite.number(options, "--calls", 200), Suite.number(options, "--seconds", 15));
            String warmUp = "" + Suite.number(options, "--warm-up", 30);
            for (int round = 1; round <= Suite.number(options, "--rounds", 3); round++) {
                for (Asking asking : Asking.values()) {
                    measuring.measure(asking, round == 1 ? warmUp : "3");
                }
            }
        }
        System.exit(0);
    }

    private static Map<String, String> environment(ModelStandIn model, int databasePort) {
        return Map.of(
                "DATABASE_URL", "postgresql://postgres:unused@localhost:" + databasePort + "/arcline",
                "ASSISTANT_BASE_URL", model.base().toString(),
                "ASSISTANT_API_KEY", KEY,
                "ASSISTANT_MODEL", "small",
                "ASSISTANT_QUESTIONS_PER_CALL", "1000",
                "ASSISTANT_QUESTIONS_PER_CALLER", "1000",
                "SILENCE_SECONDS", "120",
                "MAX_CALLS", "11000");
    }

    /** On a busy machine Liberty says that it is ready before the application is. */
    private static void awaitHealth(LibertyServer server) throws InterruptedException {
        while (server.get("/health").statusCode() != 200) {
            Thread.sleep(500);
        }
    }

    private void measure(Asking asking, String warmUp) throws IOException, InterruptedException {
        model.does(asking == Asking.TOGETHER ? ANSWER.together(calls) : ANSWER);
        int before = model.asked().size();
        Path turns = WORK.resolve("first-tokens.turns");
        Path json = WORK.resolve("first-tokens.json");
        List<String> load = new ArrayList<>(List.of("--server", server.uri("").toString(), "--calls", "" + calls));
        load.addAll(List.of("--script", Files.writeString(WORK.resolve("first-tokens.script"), SCRIPT) + ""));
        load.addAll(
                List.of("--think", asking.think, "--patience", "30", "--warm-up", warmUp, "--seconds", "" + seconds));
        load.addAll(List.of("--server-pid", "" + server.pid(), "--turns", "" + turns, "--json", "" + json));
        Suite.load(load);
        JsonObject result = Suite.read(json);
        long[] late = late(written(before), Files.readAllLines(turns));
        System.out.printf(
                Locale.ROOT,
                "%d calls that ask %s: %d answers, %s; the first token later by p50 %.1f ms, p99 %.1f, most %.1f; "
                        + "of a core the server had %.0f %%, the callers %.0f %%%n%n",
                calls,
                asking.how,
                late.length,
                result.getBoolean("right") ? "all whole" : "NOT ALL WHOLE",
                late[late.length / 2] / 1e6,
                late[late.length * 99 / 100] / 1e6,
                late[late.length - 1] / 1e6,
                ofACore(result, "serverMicrosPerTurn"),
                ofACore(result, "loadMicrosPerTurn"));
    }

    /** When the model gave the first token, by call and turn. */
    private Map<String, Long> written(int before) {
        Map<String, Long> written = new HashMap<>();
        model.asked().stream().skip(before).forEach(asked -> {
            Matcher item = ITEM.matcher(asked.data().getString("item"));
            if (item.find()) {
                written.put(item.group(1) + " " + item.group(2), asked.firstToken());
            }
        });
        return written;
    }

    private static long[] late(Map<String, Long> written, List<String> turns) {
        return turns.stream()
                .map(line -> line.split(" "))
                .filter(turn -> written.containsKey(turn[0] + " " + turn[1]))
                .mapToLong(turn -> Long.parseLong(turn[3]) - written.get(turn[0] + " " + turn[1]))
                .sorted()
                .toArray();
    }

    private static double ofACore(JsonObject result, String microsPerTurn) {
        return result.getJsonNumber(microsPerTurn).doubleValue()
                * result.getJsonNumber("turnsPerSecond").doubleValue()
                / 1e4;
    }
}
