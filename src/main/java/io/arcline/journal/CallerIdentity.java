package io.arcline.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names a caller by a keyed hash of the number: the same caller has the same name in every call, and nobody without the key
 * finds the number to it. Thread-safe.
 *
 * @param keys the present one first; those before it still find what was written under them
 */
public record CallerIdentity(List<String> keys) {
    /** Half of SHA-256: enough to tell all telephone numbers apart. */
    private static final int HEX_DIGITS = 32;

    private static final String PURPOSE = "ARC Line journal, caller\n";

    public CallerIdentity {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
    }

    /** The caller's name; "withheld" for a blank number. */
    public String of(String number) {
        return number.isBlank() ? "withheld" : hash(keys.getFirst(), number);
    }

    /** Every name that this number may have in the journal. */
    public List<String> all(String number) {
        return keys.stream().map(key -> hash(key, number)).toList();
    }

    @Override
    public String toString() {
        return "CallerIdentity[...]";
    }

    private static String hash(String key, String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((PURPOSE + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
