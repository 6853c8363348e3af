package io.arcline.assistant;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to Amazon's services, Signature Version 4. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed request</a>
 */
record SignatureV4(String region, String service) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int DAY = 8;

    /**
     * The headers that make a request signed: the time, the session's token where there is one, and the signature over them, the host and
     * the body.
     *
     * @param uri without a query
     */
    Map<String, String> headers(AwsCredentials.Keys keys, String method, URI uri, byte[] body, Instant now) {
        String time = TIME.format(now);
        Map<String, String> headers = new TreeMap<>();
        headers.put("x-amz-date", time);
        if (!keys.sessionToken().isEmpty()) {
            headers.put("x-amz-security-token", keys.sessionToken());
        }
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        String names = String.join(";", signed.keySet());
        String canonical = method + "\n" + encoded(uri.getRawPath()) + "\n\n"
                + signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256(body);
        String scope = time.substring(0, DAY) + "/" + region + "/" + service + "/aws4_request";
        String toSign =
                ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = hmac(("AWS4" + keys.secret()).getBytes(StandardCharsets.UTF_8), time.substring(0, DAY));
        for (String part : new String[] {region, service, "aws4_request"}) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of().formatHex(hmac(key, toSign));
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + keys.id() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + signature);
        return headers;
    }

    /** The path is encoded once more, but for its slashes and what needs no encoding. */
    private static String encoded(String path) {
        return path.isEmpty() ? "/" : path.replace("%", "%25");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
