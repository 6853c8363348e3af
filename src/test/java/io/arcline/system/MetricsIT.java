package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.ops.meter.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server exports for Prometheus, before and after a scripted run. */
class MetricsIT {
    private static final Wordings STILL_THERE = Wordings.of("en", "common.still-there");

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = Servers.development();
    }

    @Test
    void everyMetricIsExportedFromTheStartAndNoOther() {
        Set<String> expected = Arrays.stream(Metric.values())
                .map(metric -> metric.exported() + " " + metric.type().exported())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> exported = Scrape.of(server).types().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(Metric.PREFIX))
                .filter(entry -> !entry.getKey().endsWith("_seconds_max"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exported).isEqualTo(expected);
    }

    @Test
    void timesAreHistogramsFromOneMillisecondToTenSeconds() {
        Set<Scrape.Series> exported = Scrape.of(server).values().keySet();
        Set<String> buckets = exported.stream()
                .filter(series -> series.name().equals("arcline_first_token_seconds_bucket"))
                .map(series -> series.labels().get("le"))
                .collect(Collectors.toSet());
        assertThat(buckets)
                .containsExactlyInAnyOrder(
                        "0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1.0", "2.0", "5.0",
                        "10.0", "+Inf");
        assertThat(exported)
                .as("what cannot be added up over servers")
                .noneMatch(series -> series.labels().containsKey("quantile"));
    }

    @Test
    void aScriptedRunIsInTheNumbersAndTheGaugesGoBackToZero() throws Exception {
        Scrape before = Scrape.await(server, scrape -> scrape.sum("arcline_live_calls") == 0);
        Scrape during;
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                .line(LineSettings.faster(20))
                .patience(java.time.Duration.ofSeconds(60))
                .start()) {
            FakeCall call = twilio.dial("+15550100061");
            call.awaitReply();
            during = Scrape.of(server);
            assertThat(during.sum("arcline_live_calls")).isEqualTo(1);
            assertThat(during.sum("arcline_relay_sockets")).isEqualTo(1);
            FakeCall quiet = twilio.dial("+15550100063");
            quiet.awaitReply();
            call.say("purple elephants dancing");
            call.awaitAnswer();
            call.press('2');
            call.awaitAnswer();
            call.say("rusted gears");
            call.awaitAnswer();
            call.say("text me that");
            call.awaitAnswer();
            call.say("submit intel");
            call.awaitAnswer();
            call.say("A Leaper at the dam.");
            call.awaitAnswer();
            call.sendRaw("{\"type\":\"error\",\"description\":\"Invalid message received\"}");
            call.sendRaw("no JSON");
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
            FakeCall another = twilio.dial("+15550100062");
            another.awaitSpeaking();
            another.interrupt("listen to intel");
            another.awaitReply();
            another.hangUp();
            another.awaitEnd();
            assertThat(STILL_THERE.in(quiet.awaitReply().text())).isTrue();
            quiet.drop();
            quiet.awaitReply();
            quiet.say("goodbye");
            assertThat(quiet.awaitEnd().proper()).as(quiet.toString()).isTrue();
        }
        assertThat(Handshakes.status(server.uri("/ws/none"))).isEqualTo(403);
        Scrape after = Scrape.await(
                server,
                scrape -> scrape.sum("arcline_live_calls") == 0
                        && scrape.sum("arcline_relay_sockets") == 0
                        && scrape.sum("arcline_journal_backlog_entries") == 0
                        && scrape.sum("arcline_states_waiting_calls") == 0
                        && more(before, scrape, "arcline_reconnects_total", "result=\"resumed\"") > 0
                        && more(before, scrape, "arcline_refused_total", "reason=\"token_malformed\"") > 0
                        && more(before, scrape, "arcline_refused_total", "reason=\"bad_frame\"") > 0);
        for (Metric metric : Metric.values()) {
            String name = metric.exported() + (metric.type() == Metric.Type.TIMER ? "_count" : "");
            assertThat(Math.max(during.sum(name), after.sum(name)) > 0 || DatabaseAwayIT.OF_AN_OUTAGE.contains(metric))
                    .as(name)
                    .isTrue();
        }
        for (String gauge : new String[] {
            "live_calls",
            "relay_sockets",
            "journal_backlog_entries",
            "journal_spool_bytes",
            "states_waiting_calls",
            "state_behind_seconds"
        }) {
            assertThat(after.sum("arcline_" + gauge)).as(gauge).isZero();
        }
        assertThat(more(before, after, "arcline_calls_connected_total")).isEqualTo(3);
        assertThat(more(before, after, "arcline_calls_ended_total", "outcome=\"ended\""))
                .isEqualTo(2);
        assertThat(more(before, after, "arcline_calls_ended_total", "outcome=\"lost\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_sockets_lost_total")).isEqualTo(1);
        assertThat(more(before, after, "arcline_reconnects_total", "result=\"resumed\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_silences_total", "step=\"asked_again\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_assistant_first_token_seconds_count"))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_assistant_first_token_seconds_sum"))
                .isPositive();
        assertThat(after.sum("arcline_state_lag_seconds")).isPositive();
        assertThat(more(before, after, "arcline_calls_ended_total", "outcome=\"hung_up\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_not_understood_total", "hotline=\"menu\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_turns_total", "hotline=\"menu\"", "event=\"key\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_interrupts_total")).isEqualTo(1);
        assertThat(more(before, after, "arcline_carrier_faults_total")).isEqualTo(1);
        assertThat(more(before, after, "arcline_refused_total", "reason=\"bad_frame\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_refused_total", "reason=\"token_malformed\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_errand_seconds_count", "errand=\"look_up\"", "outcome=\"done\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_errand_seconds_count", "errand=\"store_report\"", "outcome=\"done\""))
                .isEqualTo(1);
        assertThat(more(before, after, "arcline_text_messages_total")).isEqualTo(1);
        assertThat(more(before, after, "arcline_answer_seconds_count", "hotline=\"loot\""))
                .isEqualTo(3);
        for (String timer : new String[] {"turn", "first_token", "last_token"}) {
            assertThat(more(before, after, "arcline_" + timer + "_seconds_count"))
                    .as(timer)
                    .isGreaterThanOrEqualTo(8);
            assertThat(more(before, after, "arcline_" + timer + "_seconds_sum"))
                    .as(timer)
                    .isPositive();
        }
        assertThat(after.sum("arcline_max_calls")).isPositive();
        assertThat(after.sum("arcline_takes_calls")).isEqualTo(1);
        assertThat(after.sum("connectionpool_managedConnections", "datasource=\"jdbc_arcline\""))
                .isPositive();
    }

    /** What the dashboard, the alerts and docs/metrics.md are tested against; written anew with {@code -Drefresh}. */
    @Test
    void theRecordedScrapeHasTheSameSeries() throws Exception {
        Path file = Path.of("src", "test", "ops", "scrape.txt");
        Scrape now = Scrape.of(server);
        if (System.getProperty("refresh") != null) {
            Files.writeString(file, now.lines("arcline_|connectionpool_.*|memory_|cpu_|gc_|thread"));
        }
        assertThat(Scrape.parse(Files.readString(file)).series(Metric.PREFIX)).isEqualTo(now.series(Metric.PREFIX));
    }

    private static double more(Scrape before, Scrape after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
