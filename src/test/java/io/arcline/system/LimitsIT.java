package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.transcript.CallEvent;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where something is full, callers hear so, and others are turned away before they cost anything. */
class LimitsIT {

    @Test
    void aTokenIsGoodOnceAmongAllServers() throws Exception {
        SignedTwilio one = new SignedTwilio(Servers.production());
        SignedTwilio other = new SignedTwilio(Servers.small());
        String url = one.relayUrl("CAshared");
        assertThat(other.handshake(url, Servers.AUTH_TOKEN)).isEqualTo(101);
        assertThat(one.handshake(url, Servers.AUTH_TOKEN)).isEqualTo(403);

        String back = other.relayUrl("CAback");
        assertThat(one.handshake(back, Servers.AUTH_TOKEN)).isEqualTo(101);
        assertThat(one.handshake(back, Servers.AUTH_TOKEN)).isEqualTo(403);
    }

    @Test
    void whoFindsAllLinesTakenOrRingsTooOftenHearsSo() {
        SignedTwilio address = new SignedTwilio(Servers.small());
        try (FakeTwilio twilio = FakeTwilio.to(address.address())
                .signing(Servers.AUTH_TOKEN)
                .line(LineSettings.faster(20))
                .start()) {
            FakeCall first = twilio.dial("+15550100031");
            first.awaitReply();
            FakeCall again = twilio.dial("+15550100031");
            again.awaitEnd();
            assertThat(announced(again)).singleElement().asString().contains("too many calls");
            FakeCall second = twilio.dial("anonymous");
            second.awaitReply();
            FakeCall third = twilio.dial("+15550100032");
            third.awaitEnd();
            assertThat(announced(third)).singleElement().asString().contains("lines are taken");
            first.say("goodbye");
            assertThat(first.awaitEnd().proper()).isTrue();
            FakeCall fourth = twilio.dial("+15550100031");
            assertThat(fourth.awaitReply().text()).isNotBlank();
            for (FakeCall call : List.of(second, fourth)) {
                call.hangUp();
                call.awaitEnd();
            }
        }
    }

    @Test
    void anAddressThatGoesOnWithoutASignatureGets429AndDoesNotHarmThoseWhoHaveOne() throws Exception {
        LibertyServer server = Servers.production();
        InetAddress crowd = InetAddress.getByName("127.0.0.2");
        int[] forbidden = new int[2];
        for (int i = 0; i < Servers.RATE_LIMIT + 20; i++) {
            int status = Handshakes.status(server.uri("/ws/x" + i), Map.of(), crowd);
            assertThat(status).isIn(403, 429);
            forbidden[status == 403 ? 0 : 1]++;
        }
        assertThat(forbidden[0]).as("403 within a minute").isGreaterThanOrEqualTo(Servers.RATE_LIMIT);
        assertThat(forbidden[1]).as("429").isPositive();
        SignedTwilio twilio = new SignedTwilio(server);
        assertThat(twilio.handshake(twilio.relayUrl("CAcrowd"), Servers.AUTH_TOKEN))
                .isEqualTo(101);
        assertThat(Handshakes.status(server.uri("/ws/x"), Map.of())).isEqualTo(403);
        try (Insight insight = new Insight(server)) {
            assertThat(insight.relay().getRefused().get("rate")).isEqualTo((long) forbidden[1]);
            assertThat(insight.relay().getRefused().get("handshake_signature")).isGreaterThan((long) forbidden[0]);
        }
    }

    private static List<String> announced(FakeCall call) {
        return call.transcript().lines().stream()
                .map(line -> line.event())
                .filter(CallEvent.Announced.class::isInstance)
                .map(event -> ((CallEvent.Announced) event).text())
                .toList();
    }
}
