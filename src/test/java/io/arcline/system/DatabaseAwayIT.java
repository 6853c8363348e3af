package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty callers submit reports while the database is stopped, started again, made to hang and released. */
class DatabaseAwayIT {
    private static final int CALLERS = 50;
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("arcline.away-seconds", 8));
    private static final Duration SILENCE = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAcknowledgedIsThereOnceAndNobodyWasToldWrong() throws Exception {
        try (Postgres postgres = Postgres.in(folder);
                LibertyServer server =
                        LibertyServer.start("database-away", Map.of("DATABASE_URL", postgres.url("postgres")));
                FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                        .line(LineSettings.faster(20))
                        .patience(Duration.ofSeconds(30))
                        .start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Submitted>> callers = new ArrayList<>();
            for (int n = 0; n < CALLERS; n++) {
                int number = n;
                callers.add(threads.submit(() -> submit(twilio, number)));
            }
            try {
                stopAndHang(postgres);
            } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
                threads.shutdownNow();
                throw failed;
            }
            over.set(true);
            List<Submitted> all = new ArrayList<>();
            for (Future<Submitted> caller : callers) {
                all.add(caller.get());
            }
            check(postgres, all);
            assertThat(Scrape.of(server).sum("arcline_state_failures_total")).isPositive();
            assertThat(server.console()).doesNotContain("Sighting by caller", "+1555020");
        }
    }

    private static void stopAndHang(Postgres postgres) throws IOException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(3));
        postgres.stop();
        Thread.sleep(AWAY);
        postgres.start();
        Thread.sleep(Duration.ofSeconds(5));
        postgres.hang();
        Thread.sleep(AWAY);
        postgres.release();
        Thread.sleep(Duration.ofSeconds(5));
    }

    /** What one caller submitted. */
    private record Submitted(FakeCall call, List<String> acknowledged, int refusals) {}

    private Submitted submit(FakeTwilio twilio, int number) {
        FakeCall call = twilio.dial("+1555020%04d".formatted(number));
        List<String> acknowledged = new ArrayList<>();
        int refusals = 0;
        call.awaitReply();
        call.say("submit intel");
        call.awaitAnswer();
        for (int n = 0; !over.get(); n++) {
            String report = "Sighting by caller " + number + ", number " + n;
            call.say(report);
            Reply answer = call.awaitAnswer();
            while (!Confirmations.isOne(answer)) {
                assertThat(answer.text()).containsIgnoringCase("not saved");
                refusals++;
                call.say("send");
                answer = call.awaitAnswer();
            }
            acknowledged.add(report);
            call.say("another");
            call.awaitAnswer();
        }
        call.say("goodbye");
        assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
        return new Submitted(call, acknowledged, refusals);
    }

    private static void check(Postgres postgres, List<Submitted> all) throws SQLException {
        try (Connection database = postgres.connect("postgres")) {
            List<String> acknowledged =
                    all.stream().flatMap(one -> one.acknowledged().stream()).toList();
            assertThat(contents(database)).containsExactlyInAnyOrderElementsOf(acknowledged);
            int refusals = all.stream().mapToInt(Submitted::refusals).sum();
            Duration longest = Duration.ZERO;
            for (Submitted one : all) {
                assertThat(one.call().violations()).isEmpty();
                Duration silence = longestSilence(one.call().transcript());
                longest = silence.compareTo(longest) > 0 ? silence : longest;
                Journal.awaitEntry(database, one.call().callSid(), "call disconnected");
                List<String> journal = Journal.messages(database, one.call().callSid());
                assertThat(journal)
                        .startsWith("call connected", "turn")
                        .endsWith("call disconnected")
                        .contains("call ended by the hotline");
                List<Integer> turns = Journal.turns(database, one.call().callSid());
                assertThat(turns).as("the order of the turns").isSorted();
                assertThat(new TreeSet<>(turns))
                        .as("every turn")
                        .hasSize(turns.getLast() - turns.getFirst() + 1)
                        .first()
                        .isEqualTo(1);
            }
            System.out.printf(
                    "%d reports acknowledged, %d times told that it is not saved, longest silence %d ms%n",
                    acknowledged.size(), refusals, longest.toMillis());
            assertThat(refusals).as("callers who noticed the outage").isPositive();
            assertThat(longest).isLessThan(SILENCE);
        }
    }

    /** From the caller's last word to the first of an answer or filler, or between two of these, at the longest. */
    private static Duration longestSilence(Transcript transcript) {
        Duration longest = Duration.ZERO;
        Duration since = null;
        for (Transcript.Line line : transcript.lines()) {
            switch (line.event()) {
                case CallEvent.Sent(String frame) when frame.contains("\"last\":true") -> since = line.at();
                case CallEvent.Received received -> {
                    if (since != null && line.at().minus(since).compareTo(longest) > 0) {
                        longest = line.at().minus(since);
                    }
                    since = received.frame().contains("\"last\":true") ? null : line.at();
                }
                default -> {}
            }
        }
        return longest;
    }

    private static List<String> contents(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select content from intel")) {
            List<String> contents = new ArrayList<>();
            while (rows.next()) {
                contents.add(rows.getString(1));
            }
            return contents;
        }
    }
}
