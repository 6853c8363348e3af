package io.arcline.faketwilio.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The opening handshake of RFC 6455, section 4, both sides' arithmetic. */
public final class Handshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /** The {@code Sec-WebSocket-Accept} that answers a {@code Sec-WebSocket-Key}. */
    public static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Asks for the upgrade and waits for a right 101.
     *
     * @param more headers besides the handshake's own; {@code Host} among them replaces the URI's
     */
    static void shake(InputStream in, OutputStream out, URI uri, Map<String, String> more) throws IOException {
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder request = new StringBuilder(512);
        request.append("GET ").append(path).append(query).append(" HTTP/1.1\r\n");
        if (!more.containsKey("Host")) {
            request.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
        }
        request.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
        request.append("Sec-WebSocket-Key: ").append(key).append("\r\n");
        more.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        check(HttpHead.read(in), key);
    }

    private static void check(HttpHead answer, String key) throws HandshakeRefused {
        String[] words = answer.firstLine().split(" ", 3);
        int status = words.length > 1 && words[0].startsWith("HTTP/1.1") && words[1].matches("\\d{3}")
                ? Integer.parseInt(words[1])
                : 0;
        if (status != 101) {
            throw new HandshakeRefused(status, "the server answered " + answer.firstLine());
        }
        Map<String, String> headers = answer.headers();
        if (!"websocket".equalsIgnoreCase(headers.get("Upgrade"))
                || !headers.getOrDefault("Connection", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("upgrade")
                || !accept(key).equals(headers.get("Sec-WebSocket-Accept"))
                || headers.containsKey("Sec-WebSocket-Extensions")
                || headers.containsKey("Sec-WebSocket-Protocol")) {
            throw new HandshakeRefused(status, "a 101 with wrong headers: " + headers);
        }
    }
}
