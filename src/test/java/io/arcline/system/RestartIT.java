package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second server beside the shared one: its database stays in its folder, whichever way the server ends. */
class RestartIT {
    private static final Duration DRAIN = Duration.ofSeconds(25);

    @Test
    void whatWasAcknowledgedIsThereAfterAStopAndAfterAKill() throws Exception {
        try (LibertyServer first =
                LibertyServer.start("restarted", Map.of("DRAIN_SECONDS", String.valueOf(DRAIN.toSeconds())))) {
            report(first, "Before the stop, a Leaper.");
            stopsInTimeWhoeverIsThere(first);
            try (LibertyServer second = first.startAgain()) {
                report(second, "Before the kill, a Snitch.");
                second.kill();
                try (LibertyServer third = second.startAgain();
                        Connection database = third.database();
                        var rows = database.createStatement()
                                .executeQuery("select string_agg(content, ' ' order by created_at) from intel")) {
                    rows.next();
                    assertThat(rows.getString(1)).isEqualTo("Before the stop, a Leaper. Before the kill, a Snitch.");
                }
            }
        }
    }

    /** Though somebody reads the board, a connection rests, and requests were begun and not finished. */
    private static void stopsInTimeWhoeverIsThere(LibertyServer server) throws Exception {
        URI address = server.uri("/");
        try (BoardReaders readers = new BoardReaders(address, 2);
                Socket resting = new Socket(address.getHost(), address.getPort());
                Socket half = new Socket(address.getHost(), address.getPort());
                Socket body = new Socket(address.getHost(), address.getPort())) {
            send(resting, "GET /health HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n");
            assertThat(resting.getInputStream().read()).isEqualTo('H');
            send(half, "POST /twiml HTTP/1.1\r\nHost: loc");
            send(
                    body,
                    "POST /twiml HTTP/1.1\r\nHost: " + address.getAuthority()
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nCallSid=");
            long begun = System.nanoTime();
            assertThat(server.stop()).as(server.console()).isIn(0, 143);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DRAIN);
            assertThat(readers.refused()).isZero();
        }
    }

    private static void send(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static void report(LibertyServer server, String words) {
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/")).start()) {
            FakeCall call = twilio.dial("+15550100006");
            call.awaitReply();
            call.press('4');
            call.awaitAnswer();
            call.say(words);
            assertThat(Confirmations.isOne(call.awaitAnswer()))
                    .as(call.toString())
                    .isTrue();
            call.hangUp();
            call.awaitEnd();
        }
    }
}
