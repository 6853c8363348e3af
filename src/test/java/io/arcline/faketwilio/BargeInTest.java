package io.arcline.faketwilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The line's physics, at a hundred times the speed of the recorded calls. */
class BargeInTest {
    private static final String LONG = "Sentence one is heard. Sentence two of this reply is long enough to be cut off"
            + " somewhere in its middle, and it has a second clause. Sentence three never comes.";

    private static void tell(ScriptedSession session, JsonObject frame) {
        switch (frame.getString("type")) {
            case "setup" -> session.token(LONG.repeat(3), true);
            case "prompt" -> {
                if (frame.getBoolean("last")) {
                    session.reply("Copy that.");
                }
            }
            default -> {}
        }
    }

    private static FakeCall dial(ScriptedServer server, FakeTwilio twilio, String attributes) {
        server.page("/twiml", request -> server.connect(attributes));
        return twilio.dial("+447700900001");
    }

    private static FakeTwilio quick(ScriptedServer server) {
        return FakeTwilio.to(server.address())
                .line(LineSettings.faster(100))
                .patience(Duration.ofSeconds(5))
                .start();
    }

    /** What was sent, as {@code type name value} in short, without the setup. */
    private static List<String> sent(FakeCall call) {
        return call.transcript().sent().stream()
                .skip(1)
                .map(Json::object)
                .map(BargeInTest::brief)
                .toList();
    }

    private static String brief(JsonObject frame) {
        return switch (frame.getString("type")) {
            case "info" ->
                frame.getString("name").equals("tokensPlayed")
                        ? "tokensPlayed"
                        : frame.getString("name") + " " + frame.getString("value");
            case "prompt" -> (frame.getBoolean("last") ? "final " : "partial ") + frame.getString("voicePrompt");
            default -> frame.getString("type");
        };
    }

    @Test
    void sendsTheFramesOfABargeInInTheRecordedOrder() {
        try (ScriptedServer server = ScriptedServer.start(BargeInTest::tell);
                FakeTwilio twilio = quick(server)) {
            FakeCall call = dial(server, twilio, "partialPrompts=\"true\"");
            call.awaitEvent(event -> event.toString().contains("Played[text=Sentence one"), "the first clause");
            call.interrupt("wait a moment");
            Reply answer = call.awaitReply();

            assertThat(answer.text()).isEqualTo("Copy that.");
            List<String> sent = sent(call);
            int cut = sent.indexOf("interrupt");
            assertThat(sent.getFirst()).isEqualTo("agentSpeaking on");
            assertThat(sent.subList(cut - 2, cut + 1))
                    .isSubsetOf("clientSpeaking on", "tokensPlayed", "interrupt")
                    .contains("clientSpeaking on");
            assertThat(sent.get(cut + 1)).startsWith("partial ");
            assertThat(sent.get(cut + 2)).isEqualTo("agentSpeaking off");
            assertThat(sent)
                    .containsSubsequence(
                            "agentSpeaking off",
                            "partial wait a moment",
                            "clientSpeaking off",
                            "final wait a moment",
                            "agentSpeaking on",
                            "tokensPlayed",
                            "agentSpeaking off");

            Reply cutOff = call.replies().getFirst();
            assertThat(cutOff.cutOff()).isTrue();
            assertThat(cutOff.text())
                    .startsWith(cutOff.heard())
                    .hasSizeGreaterThan(cutOff.heard().length());
            assertThat(call.transcript().sent()).anyMatch(frame -> frame.contains("\"utteranceUntilInterrupt\":"));
        }
    }

    @Test
    void deafensTheServerAfterABargeInThatIsNotReported() {
        try (ScriptedServer server = ScriptedServer.start(BargeInTest::tell);
                FakeTwilio twilio = quick(server)) {
            FakeCall call = dialWithoutReports(server, twilio);
            call.interrupt("wait");
            assertThat(sent(call)).contains("interrupt").doesNotContain("final wait");
            call.say("loot");
            assertThat(call.awaitReply().text()).isEqualTo("Copy that.");
        }
    }

    private static FakeCall dialWithoutReports(ScriptedServer server, FakeTwilio twilio) {
        server.page("/twiml", request -> server.connect("").replace("reportInputDuringAgentSpeech=\"any\"", ""));
        return twilio.dial("+447700900001");
    }

    @Test
    void letsTheAgentFinishWhereNothingMayInterrupt() {
        try (ScriptedServer server = ScriptedServer.start(BargeInTest::tell);
                FakeTwilio twilio = quick(server)) {
            FakeCall call = dial(server, twilio, "interruptible=\"dtmf\"");
            call.awaitSpeaking();
            assertThat(call.say("wait")).isFalse();
            assertThat(call.awaitReply().heard()).isEqualTo(LONG.repeat(3));
            assertThat(call.awaitReply().text()).isEqualTo("Copy that.");
        }
    }

    @Test
    void cutsWithAKeyWhereAMessageAllowsIt() {
        BiConsumer<ScriptedSession, JsonObject> telling = (session, frame) -> {
            if (frame.getString("type").equals("setup")) {
                session.raw("{\"type\":\"text\",\"token\":\"" + LONG + "\",\"last\":true,\"interruptible\":true}");
            }
        };
        try (ScriptedServer server = ScriptedServer.start(telling);
                FakeTwilio twilio = quick(server)) {
            FakeCall call = dial(server, twilio, "interruptible=\"none\"");
            call.awaitSpeaking();
            assertThat(call.press('1')).isTrue();
            assertThat(sent(call)).containsSubsequence("interrupt", "agentSpeaking off", "dtmf");
        }
    }

    @Test
    void replacesAFillerByTheAnswer() {
        BiConsumer<ScriptedSession, JsonObject> telling = (session, frame) -> {
            if (frame.getString("type").equals("setup")) {
                session.raw("{\"type\":\"text\",\"token\":\"" + LONG + "\",\"last\":true,\"preemptible\":true}");
            } else if (frame.getString("type").equals("info")
                    && frame.getString("value").equals("on")) {
                session.token("Found it.", true);
            }
        };
        try (ScriptedServer server = ScriptedServer.start(telling);
                FakeTwilio twilio = quick(server)) {
            FakeCall call = dial(server, twilio, "");
            assertThat(call.awaitAnswer().heard()).isEqualTo("Found it.");

            Reply filler = call.replies().getFirst();
            assertThat(filler.filler()).isTrue();
            assertThat(filler.cutOff()).isTrue();
            assertThat(sent(call)).doesNotContain("interrupt");
        }
    }

    @Test
    void cutsWhatIsStillQueuedWhenTheServerEndsTooEarly() {
        BiConsumer<ScriptedSession, JsonObject> telling = (session, frame) -> {
            if (frame.getString("type").equals("setup")) {
                session.reply(LONG);
                session.end("");
            }
        };
        // In real time: a quick line would have played some of it where this machine takes long between the two frames.
        try (ScriptedServer server = ScriptedServer.start(telling);
                FakeTwilio twilio = FakeTwilio.to(server.address())
                        .line(LineSettings.recorded())
                        .patience(Duration.ofSeconds(20))
                        .start()) {
            FakeCall call = dial(server, twilio, "");

            CallEnd end = call.awaitEnd();
            assertThat(end.proper()).isTrue();
            assertThat(end.cutOff()).isTrue();
            assertThat(call.replies().getFirst().heard()).isEmpty();
        }
    }

    @Test
    void reportsPlayingClauseByClauseAndSpeakingUntilTheReplyIsClosed() {
        BiConsumer<ScriptedSession, JsonObject> telling = (session, frame) -> {
            if (frame.getString("type").equals("setup")) {
                session.token("I", false);
                session.token(" heard:", false);
                session.token(" Holding.", false);
            } else if (frame.toString().contains("Holding")) {
                session.token("", true);
            }
        };
        try (ScriptedServer server = ScriptedServer.start(telling);
                FakeTwilio twilio = FakeTwilio.to(server.address()).start()) {
            FakeCall call = dial(server, twilio, "");
            assertThat(call.awaitReply().heard()).isEqualTo("I heard: Holding.");
            assertThat(call.transcript().sent().subList(1, 5))
                    .containsExactly(
                            "{\"type\":\"info\",\"name\":\"agentSpeaking\",\"value\":\"on\"}",
                            "{\"type\":\"info\",\"name\":\"tokensPlayed\",\"value\":\"I heard:\"}",
                            "{\"type\":\"info\",\"name\":\"tokensPlayed\",\"value\":\" Holding.\"}",
                            "{\"type\":\"info\",\"name\":\"agentSpeaking\",\"value\":\"off\"}");
            assertThat(call.violations()).isEmpty();
        }
    }
}
