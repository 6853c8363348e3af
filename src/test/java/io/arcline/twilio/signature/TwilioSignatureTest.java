package io.arcline.twilio.signature;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** We sign as Twilio does: its documented example, and twilio-java's validator where that one is right. */
class TwilioSignatureTest {

    @Test
    void signsTwiliosDocumentedExample() {
        String signature = TwilioSignature.ofForm(
                "12345",
                "https://mycompany.com/myapp.php?foo=1&bar=2",
                List.of(
                        entry("To", "+18005551212"),
                        entry("CallSid", "CA1234567890ABCDE"),
                        entry("Caller", "+14158675309"),
                        entry("Digits", "1234"),
                        entry("From", "+14158675309")));
        assertThat(signature).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void twilioJavaAcceptsOurForms() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Map<String, String> fields = new TreeMap<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                fields.put(word(random), word(random));
            }
            String url = "https://phone.example.com/twiml" + (random.nextBoolean() ? "" : "?b=" + random.nextInt());
            String signature = TwilioSignature.ofForm("token", url, List.copyOf(fields.entrySet()));
            assertThat(new RequestValidator("token").validate(url, fields, signature))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(new RequestSignatures("https://phone.example.com", "wss://phone.example.com", List.of("token"))
                            .acceptsForm(url.substring(25), List.copyOf(fields.entrySet()), signature))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void twilioJavaAcceptsOurBodies() throws URISyntaxException {
        String body = "{\"status\":\"é\"}";
        String url = "https://phone.example.com/api?bodySHA256="
                + TwilioSignature.bodySha256(body.getBytes(StandardCharsets.UTF_8));
        assertThat(new RequestValidator("token").validate(url, body, TwilioSignature.ofUrl("token", url)))
                .isTrue();
    }

    @Test
    void twilioJavaAcceptsOurHandshakes() {
        String url = "wss://phone.example.com/ws/abc";
        assertThat(new RequestValidator("token").validate(url, Map.of(), TwilioSignature.ofUrl("token", url)))
                .isTrue();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(6); n >= 0; n--) {
            word.append("aZ09 é+&=%_.😀".charAt(random.nextInt(12)));
        }
        return word.toString();
    }
}
