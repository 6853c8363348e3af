package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.socket.Closing;
import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On the developer's machine {@code /ws} itself can be talked to by hand; a page of another site cannot. */
class BareSocketIT {

    @Test
    void aCallByHandIsAnsweredToItsEnd() throws Exception {
        WebSocketClient socket =
                WebSocketClient.connect(Servers.development().socket("/ws"), Map.of(), Duration.ofSeconds(20));
        StringBuilder words = new StringBuilder();
        socket.send("{\"type\":\"setup\",\"callSid\":\"CAbyhand\"}");
        socket.send(TwilioFrames.prompt("goodbye", "en", true));
        Closing closing = socket.receive(words::append);
        assertThat(closing.code()).isEqualTo(1000);
        assertThat(words).contains("Shani here", "{\"type\":\"end\"}");
    }

    @Test
    void aPageOfAnotherSiteOrARequestThroughAProxyIsRefused() {
        LibertyServer server = Servers.development();
        String own = server.uri("").toString();
        assertThat(Handshakes.status(server.uri("/ws"), Map.of("Origin", own))).isEqualTo(101);
        assertThat(Handshakes.status(server.uri("/ws"), Map.of("Origin", "https://elsewhere.example")))
                .isEqualTo(403);
        assertThat(Handshakes.status(server.uri("/ws"), Map.of("Origin", "null")))
                .isEqualTo(403);
        assertThat(Handshakes.status(server.uri("/ws"), Map.of("X-Forwarded-For", "192.0.2.1")))
                .isEqualTo(403);
    }
}
