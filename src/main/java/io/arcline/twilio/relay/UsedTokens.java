package io.arcline.twilio.relay;

import java.time.Instant;

/** Remembers which relay tokens have been redeemed. Safe for any number of threads. */
public interface UsedTokens {

    /**
     * Marks a token as used.
     *
     * @param nonce identifies the token; printable ASCII, 22 characters
     * @param expiry from when on it may be forgotten
     * @return whether this is its first use; of calls at the same time exactly one is told so. An implementation that
     *     cannot tell decides by itself whether to let the caller in
     */
    boolean firstUse(String nonce, Instant expiry);
}
