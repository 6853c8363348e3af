package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.transcript.CallEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators change while the server runs, by files. */
class ChangesIT {
    private static final List<String> FILES = List.of(
            "variables/MAX_CALLS",
            "variables/LOG_LEVELS",
            "words/en/lines.properties",
            "words/en/vocabulary.properties");

    private final LibertyServer server = Servers.operated();
    private final double mostCalls = Scrape.of(server).sum("arcline_max_calls");

    @AfterEach
    void putBack() throws Exception {
        for (String file : FILES) {
            Files.deleteIfExists(Servers.changed(file));
        }
        assertThat(mostCalls(mostCalls)).isEqualTo(mostCalls);
    }

    @Test
    void aLimitCountsAtOnceAndAMistakeInItChangesNothing() throws Exception {
        write("variables/MAX_CALLS", "1");
        assertThat(mostCalls(1)).isEqualTo(1);
        assertThat(server.awaitLine("MAX_CALLS = 1 calls")).contains("from now on");
        write("variables/MAX_CALLS", "lots");
        assertThat(server.awaitLine("MAX_CALLS: 'lots'")).contains("is not a whole number", "those before stay");
        try (FakeTwilio twilio = twilio()) {
            FakeCall first = twilio.dial("+15550100081");
            first.awaitReply();
            FakeCall second = twilio.dial("+15550100082");
            second.awaitEnd();
            assertThat(announced(second)).singleElement().asString().contains("lines are taken");
            first.say("goodbye");
            assertThat(first.awaitEnd().proper()).isTrue();
        }
        assertThat(Scrape.of(server).sum("arcline_max_calls")).isEqualTo(1);
    }

    @Test
    void otherWordsCountFromTheNextCallAndAMistakeInThemChangesNothing() throws Exception {
        try (FakeTwilio twilio = twilio()) {
            FakeCall before = twilio.dial("+15550100083");
            before.awaitReply();
            write("words/en/vocabulary.properties", "loot.anywhere+ = gubbins");
            server.awaitLine("other words from the next call on");
            write("words/en/lines.properties", "greeting = Shani, on the new line.");
            FakeCall call = twilio.dial("+15550100084");
            String greeting = call.awaitReply().text();
            for (int tries = 0; tries < 60 && !greeting.startsWith("Shani, on the new line."); tries++) {
                call.hangUp();
                call.awaitEnd();
                call = twilio.dial("+15550100084");
                greeting = call.awaitReply().text();
            }
            assertThat(greeting).startsWith("Shani, on the new line.");
            call.say("gubbins");
            call.awaitAnswer();
            assertThat(server.operator("/api/calls/" + call.callSid()).body()).contains("\"hotline\":\"loot\"");
            write("words/en/lines.properties", "greting = Shani, on the newest line.");
            assertThat(server.awaitLine("words refused"))
                    .contains("greting is no key of a line; the nearest is greeting");
            FakeCall after = twilio.dial("+15550100085");
            assertThat(after.awaitReply().text()).startsWith("Shani, on the new line.");
            for (FakeCall each : List.of(before, call, after)) {
                each.say("goodbye");
                assertThat(each.awaitEnd().proper()).as(each.toString()).isTrue();
            }
        }
    }

    @Test
    void logLevelsCountAtOnce() throws Exception {
        Path trace = server.logs().resolve("trace.log");
        assertThat(says(trace, "io.arcline.")).isFalse();
        write("variables/LOG_LEVELS", "*=info:io.arcline.*=fine");
        try (FakeTwilio twilio = twilio()) {
            for (int tries = 0; tries < 60 && !says(trace, "io.arcline."); tries++) {
                FakeCall call = twilio.dial("+15550100086");
                call.awaitReply();
                call.sendRaw("{\"type\":\"unheard-of\"}");
                call.say("goodbye");
                call.awaitEnd();
            }
        }
        assertThat(trace).content().contains("io.arcline.");
    }

    private FakeTwilio twilio() {
        return FakeTwilio.to(server.uri("/"))
                .line(LineSettings.faster(20))
                .patience(Duration.ofSeconds(60))
                .start();
    }

    private double mostCalls(double awaited) throws InterruptedException {
        return Scrape.await(server, scrape -> scrape.sum("arcline_max_calls") == awaited)
                .sum("arcline_max_calls");
    }

    /** All at once, as whoever changes the file of a running server should. */
    private static void write(String file, String text) throws IOException {
        Path target = Servers.changed(file);
        Path whole = Files.writeString(Servers.changed("new"), text);
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean says(Path log, String part) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(part));
        }
    }

    private static List<String> announced(FakeCall call) {
        return call.transcript().lines().stream()
                .map(line -> line.event())
                .filter(CallEvent.Announced.class::isInstance)
                .map(event -> ((CallEvent.Announced) event).text())
                .toList();
    }
}
