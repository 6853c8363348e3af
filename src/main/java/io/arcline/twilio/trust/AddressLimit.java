package io.arcline.twilio.trust;

import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Counts what each address did within the minute, and tells when it is too much. For requests that are refused anyway: all the
 * good ones come from few addresses, and behind a proxy from one. Holds {@value #MOST_ADDRESSES} addresses; further ones share a
 * count until the minute is over. Thread-safe.
 */
public final class AddressLimit {
    static final int MOST_ADDRESSES = 10_000;

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final String OTHERS = "";

    private volatile OptionalInt perMinute;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private long minuteBegan;

    /**
     * @param perMinute empty for no limit
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public AddressLimit(OptionalInt perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.minuteBegan = nanos.getAsLong();
    }

    /** The limit from now on; what was counted stays. */
    void change(OptionalInt now) {
        perMinute = now;
    }

    OptionalInt perMinute() {
        return perMinute;
    }

    /** Counts one more of an address; false where that is beyond its limit. */
    boolean allows(String address) {
        OptionalInt most = perMinute;
        if (most.isEmpty()) {
            return true;
        }
        forgetTheMinuteBefore();
        boolean room = counts.containsKey(address) || counts.size() < MOST_ADDRESSES;
        return counts.computeIfAbsent(room ? address : OTHERS, unseen -> new AtomicInteger())
                        .incrementAndGet()
                <= most.getAsInt();
    }

    private synchronized void forgetTheMinuteBefore() {
        long now = nanos.getAsLong();
        if (now - minuteBegan >= MINUTE_NANOS) {
            minuteBegan = now;
            counts.clear();
        }
    }
}
