package io.arcline.faketwilio.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallMixTest {
    private final Collection<String> stored = new ConcurrentLinkedQueue<>();

    /** Stores what holds a marker, unless the marker ends in a 7; ends after "Stay safe." was played. */
    private void hotline(ScriptedSession session, JsonObject frame) {
        switch (frame.getString("type")) {
            case "setup" -> session.reply("Shani here. Name a hotline or press a key.");
            case "dtmf" -> session.reply("What is it?");
            case "info" -> {
                if (frame.getString("value").endsWith(" safe.")) {
                    session.end("{}");
                }
            }
            case "prompt" -> {
                String words = frame.getString("voicePrompt");
                if (words.equals("goodbye")) {
                    session.reply("Stay safe.");
                } else if (!words.contains("marker")) {
                    session.reply("Copy that. Go on.");
                } else if (words.contains("7-")) {
                    session.reply("That did not work.");
                } else {
                    stored.add(words);
                    session.reply("Logged.");
                }
            }
            default -> {}
        }
    }

    @Test
    void accountsForEveryReportThatWasAcknowledged() {
        for (LineSettings line : List.of(LineSettings.instant(), LineSettings.faster(100))) {
            stored.clear();
            try (ScriptedServer server = ScriptedServer.start(this::hotline);
                    FakeTwilio twilio = FakeTwilio.to(server.address())
                            .line(line)
                            .patience(Duration.ofSeconds(20))
                            .start()) {
                MixResult result = new CallMix(twilio, 42, reply -> reply.text().equals("Logged.")).run(60, 20);

                assertThat(result.problems()).isEmpty();
                assertThat(result.calls()).hasSize(60).allMatch(MixedCall::proper);
                assertThat(result.reports()).isNotEmpty();
                assertThat(result.messages()).isNotEmpty();
                assertThat(result.unacknowledged()).isNotEmpty().allMatch(content -> content.contains("7-"));
                assertThat(stored)
                        .containsExactlyInAnyOrderElementsOf(List.of(result.reports(), result.messages()).stream()
                                .flatMap(List::stream)
                                .toList());
                assertThat(twilio.callsInProgress()).isZero();
            }
        }
    }

    @Test
    void saysWhyACallDidNotEndProperly() {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {
                    if (frame.getString("type").equals("setup")) {
                        session.reply("Hello.");
                    }
                    if (frame.getString("type").equals("prompt")
                            || frame.getString("type").equals("dtmf")) {
                        session.vanish();
                    }
                });
                FakeTwilio twilio = FakeTwilio.to(server.address())
                        .patience(Duration.ofSeconds(5))
                        .start()) {
            MixResult result = new CallMix(twilio, 1, reply -> true).run(2, 2);

            assertThat(result.calls()).noneMatch(MixedCall::proper);
            assertThat(result.problems()).hasSize(2).allMatch(problem -> problem.contains("closed 1006"));
        }
    }

    @Test
    void writesTheSameScriptsForTheSameSeedWithUniqueContents() {
        List<MixedScript> scripts = IntStream.range(0, 200)
                .mapToObj(number -> MixedScript.of(7, number))
                .toList();
        List<String> contents =
                scripts.stream().flatMap(script -> script.contents().stream()).toList();
        List<Step> steps =
                scripts.stream().flatMap(script -> script.steps().stream()).toList();

        assertThat(IntStream.range(0, 200).mapToObj(number -> MixedScript.of(7, number)))
                .isEqualTo(scripts);
        assertThat(MixedScript.of(8, 0)).isNotEqualTo(MixedScript.of(7, 0));
        assertThat(contents).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(steps)
                .extracting(Step::words)
                .contains(
                        "1",
                        "2",
                        "3",
                        "4",
                        "5",
                        "extraction",
                        "loot",
                        "Scrappy",
                        "submit intel",
                        "listen to intel",
                        "menu",
                        "repeat",
                        "another",
                        "more");
        assertThat(steps).anyMatch(Step::over);
    }
}
