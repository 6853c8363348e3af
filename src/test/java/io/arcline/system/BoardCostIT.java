package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.load.LoadGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What readers of the board's live stream cost the calls: rounds of calls with and without them, in turn, of the same server, while
 * a report is published every second in both. Takes {@code -Darcline.board-rounds} pairs of some ten seconds; prints each.
 */
@EnabledIfSystemProperty(
        named = "arcline.board-rounds",
        matches = "[1-9]\\d*",
        disabledReason = "takes minutes: -Darcline.board-rounds=8")
class BoardCostIT {
    private static final int ROUNDS = Integer.getInteger("arcline.board-rounds", 0);
    private static final int READERS = Integer.getInteger("arcline.board-readers", 1_000);
    private static final String CALLS = "100";
    private static final String TURNS_A_SECOND = "200";
    private static final String SECONDS = "5";

    @TempDir
    Path folder;

    /** What a round's calls noticed: milliseconds to a reply, and the server's processor time a turn in microseconds. */
    private record Round(double p50, double p99, double micros) {}

    @Test
    void readersOfTheBoardCostTheCallsNothing() throws Exception {
        try (LibertyServer server = LibertyServer.start("board-cost", Map.of())) {
            for (int warmUp = 0; warmUp < 3; warmUp++) {
                calls(server);
            }
            List<Round> without = new ArrayList<>();
            List<Round> with = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                // Neither is always the one that comes first.
                if (round % 2 == 0) {
                    without.add(calls(server));
                    with.add(callsWithReaders(server));
                } else {
                    with.add(callsWithReaders(server));
                    without.add(calls(server));
                }
                System.out.printf(Locale.ROOT, "without %s%nwith    %s%n", without.getLast(), with.getLast());
            }
            double p50 = difference(without, with, Round::p50);
            double p99 = difference(without, with, Round::p99);
            System.out.printf(
                    Locale.ROOT,
                    "%d readers, median of %d pairs: p50 %+.3f ms of %.3f, p99 %+.3f ms of %.3f, %+.0f of %.0f µs a turn%n",
                    READERS,
                    ROUNDS,
                    p50,
                    median(without.stream().mapToDouble(Round::p50).toArray()),
                    p99,
                    median(without.stream().mapToDouble(Round::p99).toArray()),
                    difference(without, with, Round::micros),
                    median(without.stream().mapToDouble(Round::micros).toArray()));
            assertThat(p50).as("milliseconds more to half of the replies").isLessThan(10);
        }
    }

    private Round callsWithReaders(LibertyServer server) throws Exception {
        try (BoardReaders readers = new BoardReaders(server.uri("/"), READERS)) {
            assertThat(readers.refused()).isZero();
            Round round = calls(server);
            assertThat(readers.changes())
                    .as("changes that readers were told of")
                    .isGreaterThan(READERS);
            return round;
        }
    }

    private Round calls(LibertyServer server) throws Exception {
        Path result = folder.resolve("round.json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicBoolean over = new AtomicBoolean();
        Thread publishing = Thread.ofVirtual().start(() -> publish(server, over));
        int status = LoadGenerator.run(
                new String[] {
                    "--server",
                    server.uri("").toString(),
                    "--calls",
                    CALLS,
                    "--rate",
                    TURNS_A_SECOND,
                    "--warm-up",
                    "2",
                    "--seconds",
                    SECONDS,
                    "--server-pid",
                    String.valueOf(server.pid()),
                    "--json",
                    result.toString()
                },
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        over.set(true);
        publishing.join();
        assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
        JsonObject json = Json.createReader(Files.newBufferedReader(result)).readObject();
        JsonObject millis = json.getJsonObject("turnMillis");
        return new Round(
                millis.getJsonNumber("p50").doubleValue(),
                millis.getJsonNumber("p99").doubleValue(),
                json.getJsonNumber("serverMicrosPerTurn").doubleValue());
    }

    private static void publish(LibertyServer server, AtomicBoolean over) {
        try (Connection database = server.database();
                PreparedStatement insert =
                        database.prepareStatement("insert into intel (content, verified) values (?, true)")) {
            for (int n = 0; !over.get(); n++) {
                insert.setString(1, "Report " + n + " of " + System.nanoTime() + ": two Leapers circling the dam.");
                insert.executeUpdate();
                Thread.sleep(1_000);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static double difference(List<Round> without, List<Round> with, ToDoubleFunction<Round> what) {
        double[] differences = new double[without.size()];
        Arrays.setAll(differences, n -> what.applyAsDouble(with.get(n)) - what.applyAsDouble(without.get(n)));
        return median(differences);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
