package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.webhook.TwilioSignature;
import io.arcline.twilio.relay.RelayTokens;
import io.arcline.twilio.relay.UsedTokensInMemory;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A production server believes Twilio's signature, one-time tokens, and nothing else. */
class SignedRequestsIT {
    private static LibertyServer server;
    private static SignedTwilio twilio;

    @BeforeAll
    static void start() {
        server = Servers.production();
        twilio = new SignedTwilio(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.AUTH_TOKEN, Servers.PREVIOUS_AUTH_TOKEN})
    void aCallSignedWithThePresentOrThePreviousTokenGoesThroughBehindAProxyThatRewritesHostPortAndScheme(
            String authToken) {
        try (FakeTwilio carrier = FakeTwilio.to(twilio.address())
                .signing(authToken)
                .line(LineSettings.faster(20))
                .start()) {
            FakeCall call = carrier.dial("+15550100021");
            call.awaitReply();
            call.say("extraction");
            call.awaitAnswer();
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
            assertThat(call.violations()).isEmpty();
        }
    }

    @Test
    void anUnsignedOrWronglySignedWebhookGets403WithoutABody() throws Exception {
        for (String authToken : new String[] {null, "ffffffffffffffffffffffffffffffff"}) {
            var answer = twilio.twiml(authToken, "CAwebhook");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(server.get("/twiml?CallSid=CAwebhook").statusCode()).isEqualTo(403);
    }

    @Test
    void aBodyThatIsTooLargeGets413WhetherItSaysItsLengthOrNot() throws Exception {
        byte[] body = ("CallSid=CAlarge&Digits=" + "1".repeat(64 * 1024)).getBytes(StandardCharsets.UTF_8);
        for (HttpRequest.BodyPublisher large : List.of(
                HttpRequest.BodyPublishers.ofByteArray(body),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpRequest request = HttpRequest.newBuilder(server.uri("/twiml"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(large)
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void aHandshakeWithoutASignatureOrWithAWrongOneGets403() throws Exception {
        String url = twilio.relayUrl("CAsignatures");
        String inner = server.uri("").toString().replace("http", "wss") + url.substring(url.indexOf("/ws/"));
        assertThat(twilio.handshake(url, null)).isEqualTo(403);
        assertThat(twilio.handshake(url, "ffffffffffffffffffffffffffffffff")).isEqualTo(403);
        for (String signed : List.of(
                url.replace("wss://", "https://"),
                url.replace("wss://", "ws://"),
                url.replace("wss://", "http://"),
                inner,
                inner.replace("wss://", "ws://"),
                inner.replace("wss://", "http://"),
                twilio.relayUrl("CAother"))) {
            assertThat(twilio.handshake(url, Servers.AUTH_TOKEN, signed))
                    .as(signed)
                    .isEqualTo(403);
        }
        assertThat(twilio.handshake(url, Servers.AUTH_TOKEN))
                .as("none of these has used the token up")
                .isEqualTo(101);
    }

    @Test
    void aTokenThatIsUsedExpiredForgedOrNoneAtAllGets403HoweverWellSigned() throws Exception {
        Map<String, Long> before = refused();
        String url = twilio.relayUrl("CAtokens");
        assertThat(twilio.handshake(url, Servers.AUTH_TOKEN)).isEqualTo(101);
        assertThat(twilio.handshake(url, Servers.AUTH_TOKEN)).isEqualTo(403);
        String base = SignedTwilio.SOCKETS + "/ws/CAminted/";
        for (String token : List.of(
                mint(Servers.AUTH_TOKEN, Instant.now().minus(RelayTokens.LIFE)),
                mint("ffffffffffffffffffffffffffffffff", Instant.now()),
                "AAAA",
                "no-token")) {
            assertThat(twilio.handshake(base + token, Servers.AUTH_TOKEN))
                    .as(token)
                    .isEqualTo(403);
        }
        assertThat(twilio.handshake(SignedTwilio.SOCKETS + "/ws", Servers.AUTH_TOKEN))
                .as("the bare socket, well signed")
                .isEqualTo(403);
        assertThat(twilio.handshake(base + mint(Servers.PREVIOUS_AUTH_TOKEN, Instant.now()), Servers.AUTH_TOKEN))
                .as("minted before the auth token was changed")
                .isEqualTo(101);
        Map<String, Long> after = refused();
        Map.of("token_used", 1, "token_expired", 1, "token_forged", 1, "token_malformed", 3)
                .forEach((reason, more) -> assertThat(after.get(reason) - before.get(reason))
                        .as(reason)
                        .isEqualTo(more.longValue()));
    }

    @Test
    void aTokenOfAnotherCallGets403BeforeTheUpgradeIsCountedAndStaysGoodForItsOwn() throws Exception {
        String mine = twilio.relayUrl("CAmine");
        String foreign = mine.replace("/CAmine/", "/CAyours/");
        try (Insight insight = new Insight(server)) {
            long before = insight.relay().getRefused().get("token_other_call");
            assertThat(twilio.handshake(foreign, Servers.AUTH_TOKEN)).isEqualTo(403);
            assertThat(twilio.handshake(mine.replace("/CAmine/", "/-/"), Servers.AUTH_TOKEN))
                    .isEqualTo(403);
            assertThat(insight.relay().getRefused()).containsEntry("token_other_call", before + 2);
        }
        assertThat(twilio.handshake(mine, Servers.AUTH_TOKEN)).isEqualTo(101);
    }

    @Test
    void aSlashOrThePortInWhatTwilioSignedDoesNoHarm() throws Exception {
        for (String form : List.of("%s/", "%s")) {
            String url = twilio.relayUrl("CAforms");
            String signed = form.formatted(url).replace(Servers.DOMAIN, Servers.DOMAIN + ":443");
            assertThat(twilio.handshake(url, Servers.AUTH_TOKEN, signed))
                    .as(signed)
                    .isEqualTo(101);
        }
    }

    @Test
    void aJsonWebhookIsSignedByItsBodysHash() throws Exception {
        String body = "{\"CallSid\":\"CAjson\"}";
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(postJson("/twiml?bodySHA256=" + hash, body)).isEqualTo(200);
        assertThat(postJson("/twiml?bodySHA256=" + hash, body + " ")).isEqualTo(403);
        assertThat(postJson("/twiml", body)).isEqualTo(403);
    }

    private static Map<String, Long> refused() {
        try (Insight insight = new Insight(server)) {
            return insight.relay().getRefused();
        }
    }

    private static int postJson(String path, String body) throws Exception {
        String signature = TwilioSignature.of(Servers.AUTH_TOKEN, SignedTwilio.PUBLIC + path);
        var request = HttpRequest.newBuilder(server.uri(path))
                .header(TwilioSignature.HEADER, signature)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String mint(String authToken, Instant at) {
        return RelayTokens.keyedBy(List.of(authToken), new UsedTokensInMemory(InstantSource.system()))
                .mint("CAminted", false, at);
    }
}
