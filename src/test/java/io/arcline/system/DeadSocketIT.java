package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.socket.Closing;
import io.arcline.faketwilio.socket.WebSocketClient;
import io.arcline.faketwilio.webhook.Account;
import io.arcline.faketwilio.webhook.Webhooks;
import io.arcline.faketwilio.wire.TwilioFrames;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A peer that answers no ping is given up and its line is free again; one that does is not, however silent. */
class DeadSocketIT {
    private static final Account ACCOUNT = Account.signing(Servers.AUTH_TOKEN);

    /** Three pings without an answer, five seconds each, and some for a busy machine. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(25);

    @Test
    void aPeerThatAnswersNoPingIsGivenUpAndOneThatDoesIsNot() throws Exception {
        SignedTwilio twilio = new SignedTwilio(Servers.small());
        WebSocketClient dead = open(twilio, "CAdead");
        WebSocketClient silent = open(twilio, "CAsilent");
        CompletableFuture<Closing> closing = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> closing.complete(silent.receive(text -> {})));
        try (Insight insight = new Insight(Servers.small())) {
            assertThat(insight.calls().getLiveCalls()).isEqualTo(2);
            long until = System.nanoTime() + GIVEN_UP.toNanos();
            while (insight.calls().getLiveCalls() > 1 && System.nanoTime() < until) {
                Thread.sleep(100);
            }
            assertThat(insight.calls().getLiveCalls()).isEqualTo(1);
            assertThat(insight.relay().getOpenSockets()).isEqualTo(1);
        }
        assertThat(dead.receive(text -> {}).code()).isEqualTo(1011);
        assertThat(closing).isNotDone();
        silent.close(1000, "");
        assertThat(closing.get(60, TimeUnit.SECONDS).code()).isEqualTo(1000);
    }

    private static WebSocketClient open(SignedTwilio twilio, String callSid) throws Exception {
        String url = twilio.relayUrl(callSid);
        try (Webhooks webhooks = new Webhooks(ACCOUNT, twilio.address())) {
            WebSocketClient socket = WebSocketClient.connect(
                    twilio.address().reach(url), webhooks.handshakeHeaders(url), Duration.ofSeconds(10));
            socket.send(TwilioFrames.setup(
                    "VX1", callSid, "anonymous", "+15550100009", "RINGING", ACCOUNT.accountSid(), Map.of()));
            return socket;
        }
    }
}
