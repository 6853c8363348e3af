package io.arcline.twilio.signature;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignaturesTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PREVIOUS = "ffffffffffffffffffffffffffffffff";
    private static final List<Map.Entry<String, String>> FORM = List.of(
            entry("CallSid", "CA1"),
            entry("FromCity", ""),
            entry("SpeechResult", "  two words "),
            entry("From", "+4420"));

    private final RequestSignatures signatures =
            new RequestSignatures("https://phone.example.com", "wss://phone.example.com", List.of(TOKEN, PREVIOUS));

    @ParameterizedTest
    @ValueSource(strings = {"https://phone.example.com", "https://phone.example.com:443"})
    void aWebhookIsAcceptedWithAndWithoutThePort(String base) {
        String path = "/twiml?CallSid=CA1&x=1%2B2+3&empty=";
        assertThat(signatures.acceptsGet(path, TwilioSignature.ofUrl(TOKEN, base + path)))
                .isTrue();
        assertThat(signatures.acceptsForm("/twiml", FORM, TwilioSignature.ofForm(TOKEN, base + "/twiml", FORM)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://phone.example.com",
                "wss://phone.example.com",
                "https://phone.example.com:8080",
                "https://10.0.0.7",
                "https://phone.example.com:80",
                "https://phone.example.com/app",
                "https://PHONE.example.com"
            })
    void aWebhookSignedForAnotherAddressIsNot(String base) {
        assertThat(signatures.acceptsGet("/twiml", TwilioSignature.ofUrl(TOKEN, base + "/twiml")))
                .isFalse();
        assertThat(signatures.acceptsForm("/twiml", FORM, TwilioSignature.ofForm(TOKEN, base + "/twiml", FORM)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://phone.example.com/ws/abc",
                "wss://phone.example.com/ws/abc/",
                "wss://phone.example.com:443/ws/abc",
                "wss://phone.example.com:443/ws/abc/"
            })
    void aHandshakeIsAcceptedWithAndWithoutPortAndSlash(String url) {
        String signature = TwilioSignature.ofUrl(TOKEN, url);
        assertThat(signatures.acceptsHandshake("/ws/abc", signature)).isTrue();
        assertThat(signatures.acceptsHandshake("/ws/abc/", signature)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://phone.example.com/ws/abc", "ws://phone.example.com/ws/abc", "wss://10.0.0.7:9080/ws/abc",
                "wss://phone.example.com/ws/abd", "wss://phone.example.com:80/ws/abc",
                        "wss://phone.example.com/ws/abc?x=1",
                "wss://phone.example.com/ws/abc//"
            })
    void aHandshakeSignedForAnotherUrlIsNot(String url) {
        assertThat(signatures.acceptsHandshake("/ws/abc", TwilioSignature.ofUrl(TOKEN, url)))
                .isFalse();
    }

    @Test
    void aSlashOfAHandshakeStandsBeforeTheQuery() {
        String signature = TwilioSignature.ofUrl(TOKEN, "wss://phone.example.com/ws/?a=b");
        assertThat(signatures.acceptsHandshake("/ws?a=b", signature)).isTrue();
    }

    @Test
    void thePreviousTokenIsAcceptedWhileItIsConfigured() {
        String signature = TwilioSignature.ofUrl(PREVIOUS, "https://phone.example.com/twiml");
        assertThat(signatures.acceptsGet("/twiml", signature)).isTrue();
        assertThat(new RequestSignatures("https://phone.example.com", "wss://phone.example.com", List.of(TOKEN))
                        .acceptsGet("/twiml", signature))
                .isFalse();
    }

    @Test
    void everyFieldCounts() {
        String signature = TwilioSignature.ofForm(TOKEN, "https://phone.example.com/twiml", FORM);
        for (int i = 0; i < FORM.size(); i++) {
            List<Map.Entry<String, String>> less = new ArrayList<>(FORM);
            less.remove(i);
            assertThat(signatures.acceptsForm("/twiml", less, signature)).isFalse();
        }
        List<Map.Entry<String, String>> trimmed = FORM.stream()
                .map(field -> entry(field.getKey(), field.getValue().strip()))
                .toList();
        assertThat(signatures.acceptsForm("/twiml", trimmed, signature)).isFalse();
    }

    @Test
    void orderOfFieldsDoesNotCount() {
        String signature = TwilioSignature.ofForm(TOKEN, "https://phone.example.com/twiml", FORM);
        List<Map.Entry<String, String>> shuffled = new ArrayList<>(FORM);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(signatures.acceptsForm("/twiml", shuffled, signature)).isTrue();
    }

    @Test
    void valuesOfOneNameAreSignedSortedAndOnce() {
        String url = "https://phone.example.com/twiml";
        String signature = TwilioSignature.ofUrl(TOKEN, url + "Aa" + "Binding1" + "Binding2" + "Cc");
        assertThat(signatures.acceptsForm(
                        "/twiml",
                        List.of(
                                entry("C", "c"),
                                entry("Binding", "2"),
                                entry("Binding", "1"),
                                entry("A", "a"),
                                entry("Binding", "2")),
                        signature))
                .isTrue();
    }

    @Test
    void aBodyIsAcceptedByItsHash() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        String path = "/api?b=2&bodySHA256=" + TwilioSignature.bodySha256(body);
        String signature = TwilioSignature.ofUrl(TOKEN, "https://phone.example.com" + path);
        assertThat(signatures.acceptsBody(path, body, signature)).isTrue();
        assertThat(signatures.acceptsBody(path, "{\"a\":2}".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        assertThat(signatures.acceptsBody(path.replace("b=2", "b=3"), body, signature))
                .isFalse();
    }

    @Test
    void aBodyWithoutItsHashOrWithTwoIsNot() {
        byte[] body = {};
        String hash = "bodySHA256=" + TwilioSignature.bodySha256(body);
        for (String path :
                List.of("/api", "/" + hash, "/api?" + hash + "&" + hash, "/api?x" + hash, "/api?bodySHA256=")) {
            String signature = TwilioSignature.ofUrl(TOKEN, "https://phone.example.com" + path);
            assertThat(signatures.acceptsBody(path, body, signature)).as(path).isFalse();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "====", "\u0000", "ÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿ", "bm90IGEgc2lnbmF0dXJlIGJ5IGFueQ=="})
    void garbageIsNoSignature(String signature) {
        assertThat(signatures.acceptsGet("/twiml", signature)).isFalse();
        assertThat(signatures.acceptsForm("/twiml", FORM, signature)).isFalse();
        assertThat(signatures.acceptsHandshake("/ws", signature)).isFalse();
        assertThat(signatures.acceptsGet("", signature)).isFalse();
        assertThat(signatures.acceptsGet(
                        "/twiml", TwilioSignature.ofUrl(TOKEN, "https://phone.example.com/twiml") + "=" + signature))
                .isFalse();
    }

    @Test
    void anOversizedHeaderIsNoSignature() {
        assertThat(signatures.acceptsGet("/twiml", "A".repeat(1_000_000))).isFalse();
    }

    @Test
    void aPrefixAndAPortOfThePublicAddressAreSigned() {
        RequestSignatures behindPrefix =
                new RequestSignatures("https://example.com:8443/line", "wss://example.com:8443/line", List.of(TOKEN));
        assertThat(behindPrefix.acceptsGet(
                        "/twiml", TwilioSignature.ofUrl(TOKEN, "https://example.com:8443/line/twiml")))
                .isTrue();
        assertThat(behindPrefix.acceptsGet("/twiml", TwilioSignature.ofUrl(TOKEN, "https://example.com/line/twiml")))
                .isTrue();
        assertThat(behindPrefix.acceptsGet(
                        "/twiml", TwilioSignature.ofUrl(TOKEN, "https://example.com:443/line/twiml")))
                .isFalse();
    }

    @Test
    void theDefaultPortOfAPlainAddressIs80() {
        RequestSignatures development = new RequestSignatures("http://localhost", "ws://localhost", List.of(TOKEN));
        assertThat(development.acceptsGet("/twiml", TwilioSignature.ofUrl(TOKEN, "http://localhost:80/twiml")))
                .isTrue();
        assertThat(development.acceptsHandshake("/ws", TwilioSignature.ofUrl(TOKEN, "ws://localhost:443/ws")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "https://",
                "https://a b/",
                "https://user@host",
                "https://host/",
                "ftp://host",
                "https://h?x"
            })
    void anAddressThatTwilioCouldNotBeToldIsRefused(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestSignatures(base, "wss://h", List.of(TOKEN)));
    }

    @Test
    void thereIsNoCheckWithoutAToken() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestSignatures("https://h", "wss://h", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestSignatures("https://h", "wss://h", List.of(TOKEN, " ")));
    }
}
