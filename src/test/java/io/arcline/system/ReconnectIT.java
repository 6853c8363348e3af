package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.CallEnd;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.line.SessionEnd;
import io.arcline.faketwilio.transcript.CallEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A call whose socket is lost, or that is moved, on a server that lives: by the action, and by a carrier that reconnects itself. */
class ReconnectIT {
    private static final Wordings LOST = Wordings.of("en", "resumed");
    private static final Wordings GREETING = Wordings.of("en", "greeting");
    private static final Wordings TROUBLE = Wordings.of("en", "call.trouble");

    @Test
    void aLostSocketIsReplacedAndTheCallGoesOnWhereItWas() {
        try (FakeTwilio twilio = development()) {
            FakeCall call = twilio.dial("+15550100041");
            call.awaitReply();
            call.say("extraction");
            Reply asked = call.awaitAnswer();
            call.drop();
            Reply again = call.awaitReply();
            assertThat(LOST.in(again.text())).as(again.text()).isTrue();
            assertThat(GREETING.in(again.text())).isFalse();
            assertThat(again.text()).contains(asked.text().strip());
            call.say("Blue Gate");
            assertThat(call.awaitAnswer().text()).contains("Blue Gate");
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
            assertThat(call.violations()).isEmpty();
        }
    }

    @Test
    void afterThreeReconnectsTheCallerHearsAnApology() {
        try (FakeTwilio twilio = development()) {
            FakeCall call = twilio.dial("+15550100042");
            for (int loss = 0; loss <= 3; loss++) {
                call.awaitReply();
                call.drop();
            }
            CallEnd end = call.awaitEnd();
            assertThat(end.sessions()).hasSize(4);
            assertThat(call.transcript().lines())
                    .anyMatch(line -> line.event() instanceof CallEvent.Announced(String text) && TROUBLE.in(text));
        }
    }

    @Test
    void anOperatorMovesACallBetweenTwoTurns() {
        LibertyServer server = Servers.development();
        try (FakeTwilio twilio = development()) {
            FakeCall call = twilio.dial("+15550100043");
            call.awaitReply();
            assertThat(server.operatorPosts("/api/calls/CAnobody/move").statusCode())
                    .isEqualTo(404);
            assertThat(server.operatorPosts("/api/calls/" + call.callSid() + "/move")
                            .statusCode())
                    .isEqualTo(204);
            call.say("loot");
            Reply answer = call.awaitAnswer();
            assertThat(Wordings.of("en", "loot.ask").in(answer.text()))
                    .as(answer.text())
                    .isTrue();
            assertThat(LOST.in(answer.text())).isFalse();
            call.say("goodbye");
            CallEnd end = call.awaitEnd();
            assertThat(end.proper()).as(call.toString()).isTrue();
            assertThat(end.sessions()).hasSize(2).allMatch(SessionEnd::byServer);
            assertThat(end.cutOff()).isFalse();
            assertThat(server.operator("/api/server").body()).contains("\"resumedCalls\"");
        }
    }

    @Test
    void whileDrainingNewCallsAreSentElsewhereAndUndrainingTakesThemAgain() {
        LibertyServer server = Servers.development();
        try (FakeTwilio twilio = development()) {
            assertThat(server.operatorPosts("/api/server/drain?seconds=60").body())
                    .contains("\"draining\"");
            try {
                assertThat(server.get("/health").statusCode()).isEqualTo(503);
                assertThat(server.get("/twiml?CallSid=CAdraining").body())
                        .contains("<Redirect method=\"POST\">", "/twiml?again=1");
                assertThat(server.get("/twiml?CallSid=CAdraining&again=4").body())
                        .contains("<Say", "<Hangup/>");
            } finally {
                server.operatorDeletes("/api/server/drain");
            }
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            FakeCall call = twilio.dial("+15550100044");
            assertThat(GREETING.in(call.awaitReply().text())).isTrue();
            call.hangUp();
        }
    }

    /** The relay of the small server has {@code applicationReconnect}. */
    @Test
    void whereTheCarrierReconnectsByItselfWhatItRepeatsIsAnsweredOnce() {
        SignedTwilio signed = new SignedTwilio(Servers.small());
        try (FakeTwilio twilio = FakeTwilio.to(signed.address())
                .signing(Servers.AUTH_TOKEN)
                .line(LineSettings.faster(10))
                .patience(Duration.ofSeconds(40))
                .start()) {
            FakeCall call = twilio.dial("+15550100045");
            call.awaitReply();
            assertThat(call.relay().is("applicationReconnect")).isTrue();
            call.say("extraction");
            call.awaitAnswer();
            call.drop();
            Reply again = call.awaitReply();
            assertThat(LOST.in(again.text())).as(call.toString()).isTrue();
            assertThat(GREETING.in(again.text())).isFalse();
            assertThat(call.silent(Duration.ofSeconds(2)))
                    .as("answers to what was repeated")
                    .isEmpty();
            call.drop();
            call.say("Blue Gate");
            assertThat(call.awaitAnswer().text()).as(call.toString()).contains("Blue Gate");
            assertThat(call.silent(Duration.ofSeconds(2))).isEmpty();
            call.say("goodbye");
            CallEnd end = call.awaitEnd();
            assertThat(end.proper()).as(call.toString()).isTrue();
            assertThat(end.sessions()).hasSize(1);
            assertThat(call.violations()).isEmpty();
        }
    }

    private static FakeTwilio development() {
        return FakeTwilio.to(Servers.development().uri("/"))
                .line(LineSettings.faster(20))
                .patience(Duration.ofSeconds(40))
                .start();
    }
}
