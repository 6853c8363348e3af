package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.socket.WebSocketFrame;
import io.arcline.faketwilio.socket.WebSocketFrames;
import io.arcline.faketwilio.webhook.TwilioSignature;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A peer that goes on talking and reads nothing is given up, and nothing of its call is left. */
class UnreadPeerIT {
    private static final String CALL = "CAunread";

    /** As long as the kernel takes what nobody reads, and then the send timeout, and some for a busy machine. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(90);

    /** Prompts that are answered before the kernel, which takes some megabytes, takes no more. */
    private static final int AT_ONCE = 2_000;

    @Test
    void isGivenUpAndNothingOfItIsLeft() throws Exception {
        LibertyServer server = Servers.small();
        String complaint = "call " + CALL + ": given up: ";
        try (Socket socket = new Socket();
                Insight insight = new Insight(server)) {
            socket.setReceiveBufferSize(2_048);
            WebSocketFrames frames = open(server, socket);
            String account = "AC00000000000000000000000000000000";
            frames.write(WebSocketFrame.text(
                    TwilioFrames.setup("VX1", CALL, "+15550100061", "+15550100009", "RINGING", account, Map.of())));
            say(frames, AT_ONCE);
            long until = System.nanoTime() + GIVEN_UP.toNanos();
            while (!server.console().contains(complaint) && System.nanoTime() < until) {
                say(frames, 5);
                Thread.sleep(20);
            }
            assertThat(server.console()).contains(complaint);
            while (insight.relay().getOpenSockets() + insight.calls().getLiveCalls() > 0 && System.nanoTime() < until) {
                Thread.sleep(50);
            }
            assertThat(insight.relay().getOpenSockets()).as("sockets").isZero();
            assertThat(insight.calls().getLiveCalls()).as("calls").isZero();
        }
        assertThat(server.operator("/api/calls/" + CALL).body()).contains("\"status\":\"ended\"");
    }

    private static void say(WebSocketFrames frames, int prompts) {
        try {
            for (int i = 0; i < prompts; i++) {
                frames.write(WebSocketFrame.text(TwilioFrames.prompt("help", "en-GB", true)));
            }
        } catch (IOException givenUp) {
            // Closed by the server: what is waited for.
        }
    }

    private static WebSocketFrames open(LibertyServer server, Socket socket) throws Exception {
        String url = new SignedTwilio(server).relayUrl(CALL);
        URI reached = new SignedTwilio(server).address().reach(url);
        socket.connect(new InetSocketAddress(reached.getHost(), reached.getPort()));
        String request = "GET " + reached.getRawPath() + " HTTP/1.1\r\nHost: " + reached.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + TwilioSignature.HEADER + ": "
                + TwilioSignature.of(Servers.AUTH_TOKEN, url) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
        assertThat(new String(status, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 101");
        return new WebSocketFrames(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream(), true);
    }
}
