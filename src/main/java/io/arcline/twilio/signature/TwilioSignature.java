package io.arcline.twilio.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Twilio signs: base64 of HMAC-SHA1 over the URL and, for a form, its fields, keyed with the account's primary Auth
 * Token; sent as {@value #HEADER}. API keys do not sign.
 *
 * <p>Source: Twilio's page "Security", and its helper libraries for fields that come several times (twilio-python issue
 * 613).
 */
public final class TwilioSignature {

    /** The request header that carries the signature; proxies may write its name in lower case. */
    public static final String HEADER = "X-Twilio-Signature";

    private TwilioSignature() {}

    /**
     * The signature of a request without form fields: a GET, a JSON body (whose hash is in the URL), a WebSocket
     * handshake.
     *
     * @param url as Twilio was told it, to the byte, with the {@code wss} scheme for a WebSocket; no fragment
     */
    public static String ofUrl(String authToken, String url) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(url.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", e);
        }
    }

    /**
     * The signature of a form.
     *
     * @param url with its query
     * @param fields all fields of the body, decoded, untrimmed and with empty ones, in any order; not those of the
     *     query
     */
    public static String ofForm(String authToken, String url, List<Map.Entry<String, String>> fields) {
        return ofUrl(authToken, url + signedText(fields));
    }

    /** Names and values without anything between, by name; the distinct values of one name in their order. */
    static String signedText(List<Map.Entry<String, String>> fields) {
        TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
        for (Map.Entry<String, String> field : fields) {
            sorted.computeIfAbsent(field.getKey(), name -> new TreeSet<>()).add(field.getValue());
        }
        StringBuilder text = new StringBuilder();
        sorted.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    /** What the URL's {@code bodySHA256} says for that body: its SHA-256 in lower-case hexadecimal. */
    public static String bodySha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
