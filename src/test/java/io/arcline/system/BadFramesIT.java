package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that no carrier should send, in the middle of a live call: the call goes on. */
class BadFramesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"somethingNew\",\"value\":1}",
                "not JSON at all",
                "[]",
                "null",
                "{}",
                "{\"type\":\"prompt\"}",
                "{\"type\":\"prompt\",\"voicePrompt\":{\"a\":1},\"last\":\"yes\"}",
                "{\"type\":\"setup\",\"callSid\":\"CAother\"}",
                "{\"type\":\"dtmf\",\"digit\":\"99\"}",
                "{\"type\":\"info\",\"name\":\"newName\",\"value\":\"x\"}"
            })
    void theCallGoesOn(String frame) {
        LibertyServer server = Servers.development();
        int before = server.console().length();
        try (FakeTwilio twilio =
                FakeTwilio.to(server.uri("/")).line(LineSettings.faster(20)).start()) {
            FakeCall call = twilio.dial("+15550100005");
            call.awaitReply();
            call.sendRaw(frame);
            call.say("extraction");
            assertThat(call.awaitAnswer().text()).isNotBlank();
            call.say("Blue Gate, by the hatch");
            assertThat(call.awaitAnswer().text()).contains("Blue Gate");
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
            assertThat(call.violations()).isEmpty();
        }
        assertThat(server.console().substring(before)).doesNotContain("ERROR", "Exception");
    }

    @Test
    void aTokenFromAPostIsForItsCall() throws Exception {
        LibertyServer server = Servers.development();
        String twiml = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(server.uri("/twiml"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("From=%2B1&CallSid=CAposted"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(twiml).contains("/ws/CAposted/");
        String token = twiml.replaceAll("(?s).*/ws/CAposted/([^\"]+)\".*", "$1");
        assertThat(Handshakes.status(server.uri("/ws/CAother/" + token))).isEqualTo(403);
        assertThat(Handshakes.status(server.uri("/ws/CAposted/" + token))).isEqualTo(101);
    }

    @Test
    void aTokenIsGoodOnce() {
        LibertyServer server = Servers.development();
        String path =
                server.get("/twiml?CallSid=CAonce").body().replaceAll("(?s).*url=\"ws://[^/]+(/ws/[^\"]+)\".*", "$1");
        assertThat(Handshakes.status(server.uri(path))).isEqualTo(101);
        assertThat(Handshakes.status(server.uri(path))).isEqualTo(403);
        for (String other : List.of("/ws/AAAA", "/ws/CAonce/AAAA", "/ws/CAonce/", "/ws/CAonce/a/b", "/ws//")) {
            assertThat(Handshakes.status(server.uri(other))).as(other).isEqualTo(403);
        }
    }
}
