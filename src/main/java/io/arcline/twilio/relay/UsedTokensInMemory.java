package io.arcline.twilio.relay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tokens that this server redeemed, forgotten some time after they expired.
 *
 * <p>Holds {@value #MAX_TOKENS} at most, some 20 MB, and then lets nobody in until some have expired: with tokens of a
 * minute that is 3,000 calls a second, all of them with a genuine token.
 */
public final class UsedTokensInMemory implements UsedTokens {

    /** The most tokens held. */
    public static final int MAX_TOKENS = 200_000;

    private static final int USES_BETWEEN_SWEEPS = 1_024;

    private final ConcurrentHashMap<String, Instant> expiries = new ConcurrentHashMap<>();
    private final AtomicInteger uses = new AtomicInteger();
    private final InstantSource clock;

    public UsedTokensInMemory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean firstUse(String nonce, Instant expiry) {
        if (uses.incrementAndGet() % USES_BETWEEN_SWEEPS == 0) {
            Instant now = clock.instant();
            expiries.values().removeIf(now::isAfter);
        }
        return expiries.size() < MAX_TOKENS && expiries.putIfAbsent(nonce, expiry) == null;
    }

    /** How many are held, expired ones that were not swept yet among them. */
    public int size() {
        return expiries.size();
    }
}
