package io.arcline.twilio.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Decides whether requests to one public address were signed by Twilio. Immutable; for any thread.
 *
 * <p>What is signed is the public address as configured, followed by the path and query as they stand in the request
 * line, neither decoded nor re-encoded. The host, port and scheme that the request itself names are never looked at:
 * they may be a proxy's. Twilio writes the port into what it signs for some products and not for others, so both are
 * accepted; a signature over another scheme never is. A missing, malformed or oversized signature is just not Twilio's.
 */
public final class RequestSignatures {

    private static final String BODY_HASH = "bodySHA256=";

    private final SignedBase webhooks;
    private final SignedBase sockets;
    private final List<String> authTokens;

    /**
     * @param webhookBase where webhooks are sent, such as {@code https://host}, with a port and a path prefix if the
     *     public URL has them, without a slash at its end
     * @param socketBase the same for WebSockets, such as {@code wss://host}
     * @param authTokens the account's primary Auth Token, and while it is being rotated the previous one; at least one,
     *     none blank
     */
    public RequestSignatures(String webhookBase, String socketBase, List<String> authTokens) {
        if (authTokens.isEmpty() || authTokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an auth token is missing or blank");
        }
        this.webhooks = SignedBase.of(webhookBase);
        this.sockets = SignedBase.of(socketBase);
        this.authTokens = List.copyOf(authTokens);
    }

    /** Whether Twilio signed that GET; its parameters are part of the query. */
    public boolean acceptsGet(String rawPathAndQuery, String signature) {
        return accepts(webhooks.urls(rawPathAndQuery), "", signature);
    }

    /**
     * Whether Twilio signed that POST of a form.
     *
     * @param fields every field of the body, decoded, in any order, repeated and empty ones too; not those of the query
     */
    public boolean acceptsForm(String rawPathAndQuery, List<Map.Entry<String, String>> fields, String signature) {
        return accepts(webhooks.urls(rawPathAndQuery), TwilioSignature.signedText(fields), signature);
    }

    /**
     * Whether Twilio signed that POST of anything but a form: the query names the body's SHA-256, once, and is signed.
     */
    public boolean acceptsBody(String rawPathAndQuery, byte[] body, String signature) {
        return namesHashOf(body, rawPathAndQuery) && accepts(webhooks.urls(rawPathAndQuery), "", signature);
    }

    /**
     * Whether Twilio signed that WebSocket handshake; a slash at the path's end may have been added or lost on the way.
     */
    public boolean acceptsHandshake(String rawPathAndQuery, String signature) {
        return accepts(sockets.urls(rawPathAndQuery), "", signature)
                || accepts(sockets.urls(withOtherSlash(rawPathAndQuery)), "", signature);
    }

    private boolean accepts(List<String> urls, String fields, String signature) {
        byte[] given = Objects.requireNonNullElse(signature, "").getBytes(StandardCharsets.UTF_8);
        boolean accepted = false;
        for (String authToken : authTokens) {
            for (String url : urls) {
                byte[] expected = TwilioSignature.ofUrl(authToken, url + fields).getBytes(StandardCharsets.UTF_8);
                accepted |= MessageDigest.isEqual(expected, given);
            }
        }
        return accepted;
    }

    private static boolean namesHashOf(byte[] body, String rawPathAndQuery) {
        int query = rawPathAndQuery.indexOf('?');
        List<String> hashes = List.of(rawPathAndQuery.substring(query + 1).split("&")).stream()
                .filter(parameter -> query >= 0 && parameter.startsWith(BODY_HASH))
                .map(parameter -> parameter.substring(BODY_HASH.length()).toLowerCase(Locale.ROOT))
                .toList();
        return hashes.equals(List.of(TwilioSignature.bodySha256(body)));
    }

    private static String withOtherSlash(String rawPathAndQuery) {
        int query = rawPathAndQuery.indexOf('?');
        int end = query < 0 ? rawPathAndQuery.length() : query;
        String path = rawPathAndQuery.substring(0, end);
        String other = path.endsWith("/") ? path.substring(0, end - 1) : path + "/";
        return other + rawPathAndQuery.substring(end);
    }
}
