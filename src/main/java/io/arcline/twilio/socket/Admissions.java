package io.arcline.twilio.socket;

import io.arcline.twilio.relay.Redemption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the handshakes that were let through may do, until their sockets are open. Thread-safe. */
final class Admissions {
    /** Handshakes under way at once; the upgrade follows within milliseconds. */
    private static final int MOST = 10_000;

    private static final long LIFE_NANOS = 15_000_000_000L;

    private final Map<String, Admission> admitted = new ConcurrentHashMap<>();

    private record Admission(Redemption.Accepted accepted, long at) {}

    /** @return false when too many are under way */
    boolean add(String token, Redemption.Accepted accepted) {
        if (admitted.size() >= MOST) {
            return false;
        }
        admitted.put(token, new Admission(accepted, System.nanoTime()));
        return true;
    }

    Optional<Redemption.Accepted> take(String token) {
        return Optional.ofNullable(admitted.remove(token)).map(Admission::accepted);
    }

    /** Forgets those whose socket never opened. */
    void forgetStale() {
        long now = System.nanoTime();
        admitted.values().removeIf(admission -> now - admission.at() > LIFE_NANOS);
    }
}
