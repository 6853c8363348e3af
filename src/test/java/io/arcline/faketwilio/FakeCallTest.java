package io.arcline.faketwilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import io.arcline.faketwilio.socket.WebSocketFrame;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.ServerAddress;
import io.arcline.faketwilio.webhook.TwilioSignature;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FakeCallTest {
    private static final String CALLER = "+447700900001";

    /** Greets, repeats what it hears, names keys, and ends on "goodbye". */
    private static void parrot(ScriptedSession session, JsonObject frame) {
        switch (frame.getString("type")) {
            case "setup" -> session.reply("Shani here. Go ahead.");
            case "prompt" -> {
                if (frame.getBoolean("last")) {
                    String words = frame.getString("voicePrompt");
                    session.reply(words.equals("goodbye") ? "Stay safe." : "You said: " + words + ".");
                    if (words.equals("goodbye")) {
                        session.end("{\"reason\":\"goodbye\"}");
                    }
                }
            }
            case "dtmf" -> session.reply("Key " + frame.getString("digit") + ".");
            default -> {}
        }
    }

    private static FakeTwilio.Builder to(ScriptedServer server) {
        return FakeTwilio.to(server.address()).patience(Duration.ofSeconds(5));
    }

    @Test
    void goesFromTheGreetingToTheHotlinesOwnEnd() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).start()) {
            FakeCall call = twilio.dial(CALLER);

            assertThat(call.awaitReply().text()).isEqualTo("Shani here. Go ahead.");
            call.say("loot please");
            Reply reply = call.awaitReply();
            assertThat(reply.text()).isEqualTo("You said: loot please.");
            assertThat(reply.heard()).isEqualTo(reply.text());
            assertThat(reply.frames()).hasSize(4);
            assertThat(reply.firstToken()).isBetween(Duration.ZERO, reply.lastToken());
            call.press('2');
            assertThat(call.awaitReply().text()).isEqualTo("Key 2.");
            call.say("goodbye");
            assertThat(call.awaitReply().text()).isEqualTo("Stay safe.");

            CallEnd end = call.awaitEnd();
            assertThat(end.proper()).isTrue();
            assertThat(end.cutOff()).isFalse();
            assertThat(call.violations()).isEmpty();
            assertThat(server.requests("/ended").getFirst().form())
                    .containsEntry("SessionStatus", "ended")
                    .containsEntry("HandoffData", "{\"reason\":\"goodbye\"}")
                    .containsEntry("CallStatus", "in-progress")
                    .containsEntry("CallSid", call.callSid());
        }
    }

    @Test
    void beginsWithASetupOfThirteenFieldsInTheRecordedOrder() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).start()) {
            server.page(
                    "/twiml",
                    request -> server.connect("")
                            .replace(
                                    "/></Connect>",
                                    "><Parameter name=\"token\" value=\"t&amp;1\"/></ConversationRelay></Connect>"));
            FakeCall call = twilio.dial(CALLER);
            call.awaitReply();

            JsonObject setup = Json.object(call.transcript().sent().getFirst());
            assertThat(setup.keySet())
                    .containsExactly(
                            "type",
                            "sessionId",
                            "callSid",
                            "parentCallSid",
                            "from",
                            "to",
                            "forwardedFrom",
                            "callerName",
                            "direction",
                            "callType",
                            "callStatus",
                            "accountSid",
                            "customParameters");
            assertThat(setup.getString("callStatus")).isEqualTo("RINGING");
            assertThat(setup.getJsonObject("customParameters").getString("token"))
                    .isEqualTo("t&1");
        }
    }

    @Test
    void signsWhatThePublicSees() {
        URI domain = URI.create("https://phone.example.net");
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = FakeTwilio.to(ServerAddress.behindProxy(domain, server.address()))
                        .account(new Account("AC1", "secret"))
                        .voice("GET", "/twiml?line=1")
                        .start()) {
            server.page(
                    "/twiml",
                    request -> server.connect("")
                            .replaceAll("wss://[^/]*/ws", "wss://phone.example.net/ws/one-time%2Ftoken"));
            twilio.dial(CALLER).awaitReply();

            Map<String, String> get = server.requests("/twiml").getFirst().headers();
            String target = server.requests("/twiml").getFirst().target();
            assertThat(get.get("X-Twilio-Signature")).isEqualTo(TwilioSignature.of("secret", domain + target));
            Map<String, String> handshake =
                    server.requests("/ws/one-time%2Ftoken").getFirst().headers();
            assertThat(handshake.get("X-Twilio-Signature"))
                    .isEqualTo(TwilioSignature.of("secret", "wss://phone.example.net/ws/one-time%2Ftoken"));
        }
    }

    @Test
    void reconnectsWhenTheActionSaysSo() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).start()) {
            server.page(
                    "/ended",
                    request -> request.form().get("SessionStatus").equals("failed")
                            ? server.connect("")
                            : "<Response><Say>Bye.</Say></Response>");
            FakeCall call = twilio.dial(CALLER);
            call.awaitReply();
            call.drop();
            assertThat(call.awaitReply().text()).startsWith("Shani here");
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).isTrue();

            assertThat(server.requests("/ended").getFirst().form())
                    .containsEntry("ErrorCode", "64105")
                    .containsEntry("ErrorMessage", "Websocket ended");
            List<JsonObject> setups = call.transcript().sent().stream()
                    .map(Json::object)
                    .filter(frame -> frame.getString("type").equals("setup"))
                    .toList();
            assertThat(setups).hasSize(2);
            assertThat(setups.get(1).getString("callSid"))
                    .isEqualTo(setups.get(0).getString("callSid"));
            assertThat(setups.get(1).getString("sessionId"))
                    .isNotEqualTo(setups.get(0).getString("sessionId"));
            assertThat(setups.get(1).getString("callStatus")).isEqualTo("IN_PROGRESS");
        }
    }

    @Test
    void tellsTheActionThatTheCallerHungUp() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).start()) {
            FakeCall call = twilio.dial(CALLER);
            call.awaitReply();
            call.hangUp();

            CallEnd end = call.awaitEnd();
            assertThat(end.kind()).isEqualTo(CallEnd.Kind.CALLER);
            assertThat(end.proper()).isFalse();
            assertThat(server.requests("/ended").getFirst().form())
                    .containsEntry("SessionStatus", "completed")
                    .containsEntry("CallStatus", "completed");
        }
    }

    @Test
    void hearsBusyWhenTheSocketIsRefused() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).start()) {
            server.page("/twiml", request -> server.connect("").replace("/ws\"", "/refused\""));
            server.page("/refused", request -> null);

            CallEnd end = twilio.dial(CALLER).awaitEnd();
            assertThat(end.kind()).isEqualTo(CallEnd.Kind.BUSY);
            assertThat(end.detail()).contains("64102", "403");
        }
    }

    @Test
    void endsInAnErrorWhenTwimlIsRefusedOrBroken() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).start()) {
            server.page("/twiml", request -> null);
            assertThat(twilio.dial(CALLER).awaitEnd().detail()).contains("403");
            server.page("/twiml", request -> "<Response><Say>a & b</Say></Response>");
            assertThat(twilio.dial(CALLER).awaitEnd().detail()).contains("12100");
            server.page("/twiml", request -> "<!DOCTYPE r [<!ENTITY e 'x'>]><Response><Say>&e;</Say></Response>");
            assertThat(twilio.dial(CALLER).awaitEnd().kind()).isEqualTo(CallEnd.Kind.ERROR);
        }
    }

    @Test
    void followsSayPauseRedirectAndReject() {
        try (ScriptedServer server = ScriptedServer.start(FakeCallTest::parrot);
                FakeTwilio twilio = to(server).line(LineSettings.faster(1000)).start()) {
            server.page(
                    "/twiml",
                    request -> "<Response><Say>All lines are taken.</Say><Pause length=\"2\"/>"
                            + "<Redirect method=\"GET\">/again</Redirect></Response>");
            server.page("/again", request -> "<Response><Reject reason=\"busy\"/></Response>");

            CallEnd end = twilio.dial(CALLER).awaitEnd();

            assertThat(end.kind()).isEqualTo(CallEnd.Kind.REJECTED);
            assertThat(server.requests("/again").getFirst().form()).containsEntry("CallStatus", "in-progress");
        }
    }

    @Test
    void answersBadFramesAsTwilioDoesAndGivesUpAfterTen() {
        AtomicReference<ScriptedSession> line = new AtomicReference<>();
        BiConsumer<ScriptedSession, JsonObject> keep = (session, frame) -> line.set(session);
        try (ScriptedServer server = ScriptedServer.start(keep);
                FakeTwilio twilio = to(server).start()) {
            FakeCall call = twilio.dial(CALLER);
            call.awaitConnected();
            call.sendRaw("{\"type\":\"later\"}");
            while (line.get() == null) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 9; i++) {
                line.get().raw("{\"type\":\"text\",\"token\":null}");
            }
            line.get().token("A good one.", true);
            for (int i = 0; i < 10; i++) {
                line.get().raw("oops");
            }

            CallEnd end = call.awaitEnd();
            assertThat(end.sessions().getFirst().errorCode()).isEqualTo("64105");
            assertThat(call.replies()).extracting(Reply::text).contains("A good one.");
            assertThat(call.violations()).hasSize(19);
            assertThat(call.transcript().sent())
                    .contains("{\"type\":\"error\",\"description\":\"Invalid message received, code: 64107, oops\"}");
            assertThat(call.transcript().toString()).contains("closing 1007 Too many consecutive malformed messages.");
        }
    }

    @Test
    void noticesAServerThatBreaksTheWebSocketStandard() {
        BiConsumer<ScriptedSession, JsonObject> breaking =
                (session, frame) -> session.frame(WebSocketFrame.close(1006, ""));
        try (ScriptedServer server = ScriptedServer.start(breaking);
                FakeTwilio twilio = to(server).start()) {
            FakeCall call = twilio.dial(CALLER);

            call.awaitEnd();
            assertThat(call.violations()).anyMatch(violation -> violation.contains("illegal code 1006"));
        }
    }

    @Test
    void failsWithTheTranscriptWhenNothingComes() {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {});
                FakeTwilio twilio = to(server).patience(Duration.ofMillis(50)).start()) {
            FakeCall call = twilio.dial(CALLER);

            assertThatThrownBy(call::awaitReply)
                    .isInstanceOf(CallFailed.class)
                    .hasMessageContaining("no reply within PT0.05S")
                    .hasMessageContaining("POST " + server.address() + "/twiml");
        }
    }
}
