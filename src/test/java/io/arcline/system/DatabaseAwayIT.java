package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.transcript.CallEvent;
import io.arcline.faketwilio.transcript.Transcript;
import io.arcline.faketwilio.wire.TwilioFrames;
import io.arcline.ops.meter.Metric;
import io.arcline.twilio.relay.InboundCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty callers submit reports while the database is stopped, started again, made to hang and released; what operators see of it, in
 * the metrics {@link #OF_AN_OUTAGE} and as the reason why the server is not ready.
 */
class DatabaseAwayIT {
    private static final int CALLERS = 50;
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("arcline.away-seconds", 8));
    private static final Duration SILENCE = Duration.ofSeconds(8);

    /** What is 0 as long as the database answers. {@link MetricsIT} provokes the others. */
    static final Set<Metric> OF_AN_OUTAGE = EnumSet.of(
            Metric.STATE_BEHIND,
            Metric.STATES_WAITING,
            Metric.STATE_FAILURES,
            Metric.JOURNAL_BACKLOG,
            Metric.JOURNAL_SPOOL,
            Metric.JOURNAL_DROPPED);

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Metric, Double> highest = new EnumMap<>(Metric.class);

    @Test
    void whatWasAcknowledgedIsThereOnceAndNobodyWasToldWrong() throws Exception {
        try (Postgres postgres = Postgres.in(folder);
                LibertyServer server = LibertyServer.start(
                        "database-away",
                        Map.of("DATABASE_URL", postgres.url("postgres"), "JOURNAL_SPOOL_MEGABYTES", "1"));
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
                stopAndHang(postgres, server);
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
            fillTheSpool(postgres, server);
            assertThat(highest.keySet()).containsAll(OF_AN_OUTAGE);
            Scrape after = Scrape.await(server, DatabaseAwayIT::allWritten);
            assertThat(allWritten(after))
                    .as("the gauges are back at 0: %s", after)
                    .isTrue();
            assertThat(server.console()).doesNotContain("Sighting by caller", "+1555020");
        }
    }

    private void stopAndHang(Postgres postgres, LibertyServer server) throws IOException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(3));
        postgres.stop();
        watch(server, AWAY);
        assertThat(server.operator("/health/ready").body())
                .contains("\"state\":\"open\"", "\"answers\":false", "nobody answers at its address");
        postgres.start();
        Thread.sleep(Duration.ofSeconds(5));
        postgres.hang();
        watch(server, AWAY);
        postgres.release();
        Thread.sleep(Duration.ofSeconds(5));
    }

    /** Scrapes for so long, and keeps of each metric of an outage the highest that is not 0. */
    private void watch(LibertyServer server, Duration time) throws InterruptedException {
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; Thread.sleep(300)) {
            Scrape scrape = Scrape.of(server);
            OF_AN_OUTAGE.stream()
                    .filter(metric -> scrape.sum(metric.exported()) > 0)
                    .forEach(metric -> highest.merge(metric, scrape.sum(metric.exported()), Math::max));
        }
    }

    /** A caller who says so much while the database is away that half of the spool is full: words are not kept then. */
    private void fillTheSpool(Postgres postgres, LibertyServer server) throws IOException, InterruptedException {
        postgres.stop();
        try (FakeTwilio twilio =
                FakeTwilio.to(server.uri("/")).line(LineSettings.instant()).start()) {
            FakeCall call = twilio.dial("+15550210000");
            call.awaitReply();
            String words = "flibbertigibbet ".repeat(InboundCodec.MAX_PROMPT_LENGTH / 16);
            for (int n = 0; n < 100 && !highest.containsKey(Metric.JOURNAL_DROPPED); n++) {
                call.sendRaw(TwilioFrames.prompt(words, "en-GB", true));
                call.awaitAnswer();
                watch(server, Duration.ofMillis(1));
            }
            call.hangUp();
        }
        postgres.start();
    }

    private static boolean allWritten(Scrape scrape) {
        return OF_AN_OUTAGE.stream()
                .filter(metric -> metric.type() == Metric.Type.GAUGE)
                .allMatch(metric -> scrape.sum(metric.exported()) == 0);
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
