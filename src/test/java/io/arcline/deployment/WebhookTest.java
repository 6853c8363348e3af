package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command that has a Twilio number call the stack, against an imitation of Twilio's API for numbers. */
@Needs({"bash --version", "curl --version"})
class WebhookTest {
    private static final String ACCOUNT = "AC00000000000000000000000000000000";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String NUMBER = "PN0123456789abcdef0123456789abcdef";

    private final List<String> changes = new CopyOnWriteArrayList<>();
    private String voiceUrl = "https:\\/\\/old.example.com\\/twiml";
    private HttpServer twilio;

    @BeforeEach
    void start() throws IOException {
        twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        twilio.createContext("/2010-04-01/Accounts/" + ACCOUNT, this::answer);
        twilio.start();
    }

    @AfterEach
    void stop() {
        twilio.stop(0);
    }

    @Test
    void setsTheNumbersWebhooksAndSaysWhatTheyWere() {
        Command command = webhook("--yes");
        assertThat(command.output())
                .contains(
                        "+442079460000 ask https://hotline.example.com/twiml instead of https://old.example.com/twiml");
        assertThat(command.status()).isZero();
        assertThat(changes)
                .containsExactly("/IncomingPhoneNumbers/" + NUMBER + ".json"
                        + " VoiceUrl=https://hotline.example.com/twiml&VoiceMethod=POST"
                        + "&SmsUrl=https://hotline.example.com/sms&SmsMethod=POST");
        assertThat(command.output()).doesNotContain(TOKEN);
    }

    @Test
    void aDryRunChangesNothing() {
        assertThat(webhook("--dry-run").output()).contains("would have +442079460000 ask");
        assertThat(changes).isEmpty();
    }

    @Test
    void aSecondRunChangesNothing() {
        voiceUrl = "https:\\/\\/hotline.example.com\\/twiml";
        assertThat(webhook("--yes").output()).contains("has https://hotline.example.com/twiml already");
        assertThat(changes).isEmpty();
    }

    @Test
    void refusesAnAddressThatTwilioCannotUse() {
        Command command = webhook("--yes", "--url", "http://balancer.example.com");
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.output()).contains("Twilio needs an address with https://");
    }

    private Command webhook(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bash", Command.file("cloudformation/arcline"), "webhook", "--url", "https://hotline.example.com"));
        words.addAll(List.of(more));
        return Command.run(
                Map.of(
                        "TWILIO_API_URL",
                        "http://127.0.0.1:" + twilio.getAddress().getPort(),
                        "TWILIO_ACCOUNT_SID",
                        ACCOUNT,
                        "TWILIO_AUTH_TOKEN",
                        TOKEN,
                        "TWILIO_PHONE_NUMBER",
                        "+442079460000"),
                words);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String path = exchange.getRequestURI().getPath().replaceFirst(".*/Accounts/" + ACCOUNT, "");
        if (exchange.getRequestMethod().equals("POST")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            changes.add(path + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
        }
        byte[] numbers = ("{\"incoming_phone_numbers\": [{\"sid\": \"" + NUMBER + "\", \"voice_url\": \"" + voiceUrl
                        + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, numbers.length);
        exchange.getResponseBody().write(numbers);
        exchange.close();
    }
}
