package io.arcline.faketwilio.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WebSocketClientTest {
    private final List<String> heard = new ArrayList<>();

    /** Connects, sends one frame, and listens until the server's reaction has ended the connection. */
    private Closing afterOneFrame(Consumer<ScriptedSession> reaction) throws IOException {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> reaction.accept(session))) {
            WebSocketClient client = connect(server, "/ws");
            client.send(TwilioFrames.dtmf('1'));
            return client.receive(heard::add);
        }
    }

    private static WebSocketClient connect(ScriptedServer server, String path) throws IOException {
        URI uri = URI.create(server.address().toString().replace("http", "ws") + path);
        return WebSocketClient.connect(uri, Map.of("X-Header", "x"), Duration.ofSeconds(5));
    }

    private static WebSocketFrame part(int opcode, boolean fin, String text) {
        return new WebSocketFrame(opcode, fin, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void joinsFragmentsWithAPingBetweenThem() throws IOException {
        Closing closing = afterOneFrame(session -> {
            session.frame(part(WebSocketFrame.TEXT, false, "Hel"));
            session.frame(part(WebSocketFrame.PING, true, "alive?"));
            session.frame(part(WebSocketFrame.CONTINUATION, false, "l"));
            session.frame(part(WebSocketFrame.CONTINUATION, true, "o"));
            session.raw("x".repeat(70_000));
            session.raw("y".repeat(300));
            session.frame(WebSocketFrame.close(1000, "done"));
        });

        assertThat(heard).containsExactly("Hello", "x".repeat(70_000), "y".repeat(300));
        assertThat(closing).isEqualTo(new Closing(1000, "done", false));
    }

    @Test
    void sendsMessagesInOnePieceAndOneInTwo() throws IOException {
        List<String> arrived = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {
            arrived.add(frame.toString());
            if (arrived.size() == 4) {
                session.frame(WebSocketFrame.close(1000, "done"));
            }
        })) {
            WebSocketClient client = connect(server, "/ws");
            client.sendTogether(List.of(TwilioFrames.dtmf('1'), TwilioFrames.dtmf('2')));
            client.sendInTwo(TwilioFrames.dtmf('3'), 1);
            client.sendInTwo(TwilioFrames.dtmf('4'), 10);
            assertThat(client.receive(heard::add).code()).isEqualTo(1000);
        }
        assertThat(arrived).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(arrived.get(i)).contains("\"" + (i + 1) + "\"");
        }
    }

    @Test
    void noticesEveryBreachOfTheStandard() throws IOException {
        Map<String, WebSocketFrame> breaches = Map.of(
                "unknown opcode 3", part(3, true, ""),
                "a binary frame", part(WebSocketFrame.BINARY, true, "a"),
                "fragments out of order", part(WebSocketFrame.CONTINUATION, true, "a"),
                "overlong control frame", part(WebSocketFrame.PING, true, "p".repeat(126)),
                "not UTF-8", new WebSocketFrame(WebSocketFrame.TEXT, true, new byte[] {(byte) 0xc3, 0x28}),
                "half a code", part(WebSocketFrame.CLOSE, true, "a"),
                "illegal code 1005", WebSocketFrame.close(1005, ""));
        for (Map.Entry<String, WebSocketFrame> breach : breaches.entrySet()) {
            Closing closing = afterOneFrame(session -> session.frame(breach.getValue()));

            assertThat(closing.breach()).as(breach.getKey()).isTrue();
            assertThat(closing.reason()).contains(breach.getKey());
        }
    }

    @Test
    void tellsALostConnectionFromAClosedOne() throws IOException {
        assertThat(afterOneFrame(ScriptedSession::vanish).code()).isEqualTo(1006);
        assertThat(afterOneFrame(session -> session.frame(part(WebSocketFrame.CLOSE, true, "")))
                        .code())
                .isEqualTo(1005);
    }

    @Test
    void saysWithWhichStatusAHandshakeWasRefused() {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {})) {
            server.page("/refused", request -> null);

            assertThatThrownBy(() -> connect(server, "/refused"))
                    .isInstanceOfSatisfying(
                            HandshakeRefused.class, e -> assertThat(e.status()).isEqualTo(403));
        }
    }

    @Test
    void closesWithWhateverCodeItIsTold() throws Exception {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {})) {
            WebSocketClient client = connect(server, "/ws?a=b");
            client.close(1007, "Too many");

            assertThat(client.receive(heard::add)).isEqualTo(new Closing(1007, "Too many", false));
            assertThat(client.send("late")).isFalse();
            assertThat(server.requests().getFirst().target()).isEqualTo("/ws?a=b");
            assertThat(server.requests().getFirst().headers()).containsEntry("X-Header", "x");
        }
    }
}
