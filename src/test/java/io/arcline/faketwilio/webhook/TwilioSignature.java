package io.arcline.faketwilio.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Twilio puts in {@value #HEADER}: base64 of HMAC-SHA1, keyed with the auth token, over the URL and the form's
 * fields (Twilio's page "Security", and the recorded calls for the handshake).
 */
public final class TwilioSignature {
    public static final String HEADER = "X-Twilio-Signature";

    private TwilioSignature() {}

    /** Of a GET or of a WebSocket handshake: the URL exactly as it is written, query included, and nothing else. */
    public static String of(String authToken, String url) {
        return of(authToken, url, Form.of());
    }

    /** Of a POST: the URL, then each field's name and value, sorted by name and then by value, without separators. */
    public static String of(String authToken, String url, Form form) {
        StringBuilder data = new StringBuilder(url);
        form.fields().stream()
                .sorted(Comparator.<Map.Entry<String, String>, String>comparing(Map.Entry::getKey)
                        .thenComparing(Map.Entry::getValue))
                .forEach(field -> data.append(field.getKey()).append(field.getValue()));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
