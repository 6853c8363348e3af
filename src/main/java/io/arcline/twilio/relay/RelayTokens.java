package io.arcline.twilio.relay;

import io.arcline.twilio.relay.Redemption.Accepted;
import io.arcline.twilio.relay.Redemption.Reason;
import io.arcline.twilio.relay.Redemption.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time tokens that let a relay socket in: minted into the TwiML's URL for one call, redeemed by the handshake.
 *
 * <p>Twilio's signature of a handshake is the same each time, so whoever has seen one could open a socket too; the
 * token makes each good once and for a minute. It carries its expiry and a digest of its call under a MAC, so any server with the
 * same auth token can check one that another minted, without a lookup: 16 random bytes identify it, and only their
 * being used is remembered, by {@link UsedTokens}. It is as short as that can be: the container keeps several copies of the URL as long
 * as the call lasts.
 *
 * <p>Immutable but for what {@link UsedTokens} holds; for any thread.
 */
public final class RelayTokens {

    /** How long a token is good: Twilio connects within seconds of fetching the TwiML. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    /** The longest call SID, in bytes of UTF-8; Twilio's have 34. */
    public static final int MAX_CALL_SID_BYTES = 200;

    private static final byte VERSION = 2;
    private static final int NONCE_BYTES = 16;
    private static final int CALL_BYTES = 8;
    private static final int CONTENT_BYTES = 1 + 1 + NONCE_BYTES + Integer.BYTES + CALL_BYTES;

    /** HMAC-SHA-256-128: half of the MAC, as RFC 4868 has it. */
    private static final int MAC_BYTES = 16;

    private static final int MAX_LENGTH = (CONTENT_BYTES + MAC_BYTES + 2) / 3 * 4;
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY_LABEL = "arcline relay token, version 2";
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Where Twilio connects again by itself, it does so with the URL that it has: so long after its first use a token then lets its
     * own call come back. Twilio's calls last four hours.
     */
    public static final Duration COMES_BACK = Duration.ofHours(4);

    private final List<SecretKeySpec> keys;
    private final UsedTokens used;
    private final boolean comeBack;

    private RelayTokens(List<SecretKeySpec> keys, UsedTokens used, boolean comeBack) {
        this.keys = keys;
        this.used = used;
        this.comeBack = comeBack;
    }

    private static List<SecretKeySpec> derived(List<byte[]> secrets) {
        return secrets.stream()
                .map(secret ->
                        new SecretKeySpec(wholeMac(new SecretKeySpec(secret, ALGORITHM), bytes(KEY_LABEL)), ALGORITHM))
                .toList();
    }

    /**
     * The same, but one that was used before or has run out lets its call come back, {@link #COMES_BACK} long: for Twilio's
     * {@code applicationReconnect}. Whoever knows such a URL and its signature could then come in its caller's place.
     */
    public RelayTokens thatLetCallsComeBack() {
        return new RelayTokens(keys, used, true);
    }

    /**
     * Tokens that all servers with the same auth token share.
     *
     * @param authTokens the account's auth token, and while it is being rotated the previous one, which only redeems;
     *     at least one
     */
    public static RelayTokens keyedBy(List<String> authTokens, UsedTokens used) {
        if (authTokens.isEmpty() || authTokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an auth token is missing or blank");
        }
        return new RelayTokens(
                derived(authTokens.stream().map(RelayTokens::bytes).toList()), used, false);
    }

    /** Tokens of this process only, where no auth token is configured: development. */
    public static RelayTokens ofThisProcess(UsedTokens used) {
        return new RelayTokens(derived(List.of(random(SECRET_BYTES))), used, false);
    }

    /**
     * A new token, fit for a URL's path: letters, digits, {@code -} and {@code _}.
     *
     * @param callSid the call that it is for, or empty if that is not known yet
     * @param resume whether it continues a call that has had a socket
     */
    public String mint(String callSid, boolean resume, Instant now) {
        if (bytes(callSid).length > MAX_CALL_SID_BYTES) {
            throw new IllegalArgumentException("a call SID of more than " + MAX_CALL_SID_BYTES + " bytes");
        }
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(VERSION)
                .put((byte) (resume ? 1 : 0))
                .put(random(NONCE_BYTES))
                .putInt((int) now.plus(LIFE).getEpochSecond())
                .put(digest(callSid))
                .array();
        byte[] token = ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES)
                .put(content)
                .put(mac(keys.getFirst(), content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * Uses a token up, unless it is rejected.
     *
     * @param token whatever was brought, nullable
     * @param callSid the call that it was brought for; empty for one that was not known when it was minted
     */
    public Redemption redeem(String token, String callSid, Instant now) {
        byte[] decoded = decode(token);
        if (decoded.length != CONTENT_BYTES + MAC_BYTES || decoded[0] != VERSION) {
            return new Rejected(Reason.MALFORMED);
        }
        ByteBuffer in = ByteBuffer.wrap(decoded);
        byte[] content = take(in, CONTENT_BYTES);
        byte[] mac = take(in, MAC_BYTES);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(mac(key, content), mac))) {
            return new Rejected(Reason.FORGED);
        }
        return redeemGenuine(ByteBuffer.wrap(content, 1, content.length - 1), callSid, now);
    }

    private Redemption redeemGenuine(ByteBuffer content, String callSid, Instant now) {
        boolean resume = content.get() == 1;
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(take(content, NONCE_BYTES));
        Instant expiry = Instant.ofEpochSecond(Integer.toUnsignedLong(content.getInt()));
        if (!Arrays.equals(take(content, CALL_BYTES), digest(callSid))) {
            return new Rejected(Reason.OTHER_CALL);
        }
        if (comeBack && !callSid.isEmpty() && now.isBefore(expiry.plus(COMES_BACK))) {
            boolean first = now.isBefore(expiry) && used.firstUse(nonce, expiry);
            return new Accepted(callSid, resume || !first);
        }
        if (!now.isBefore(expiry)) {
            return new Rejected(Reason.EXPIRED);
        }
        return used.firstUse(nonce, expiry) ? new Accepted(callSid, resume) : new Rejected(Reason.USED);
    }

    private static byte[] decode(String token) {
        if (token == null || token.length() > MAX_LENGTH) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] take(ByteBuffer from, int count) {
        byte[] taken = new byte[count];
        from.get(taken);
        return taken;
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        return Arrays.copyOf(wholeMac(key, content), MAC_BYTES);
    }

    /** Which call, in a few bytes: no secret, and under the MAC. */
    private static byte[] digest(String callSid) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes(callSid)), CALL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] wholeMac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] random(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
