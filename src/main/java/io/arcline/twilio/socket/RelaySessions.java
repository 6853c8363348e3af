package io.arcline.twilio.socket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open relay sessions of this server. Thread-safe. */
final class RelaySessions {
    private final Set<RelaySession> open = ConcurrentHashMap.newKeySet();

    void add(RelaySession session) {
        open.add(session);
    }

    void remove(RelaySession session) {
        open.remove(session);
    }

    boolean abandon(String callSid, String reason) {
        boolean found = false;
        for (RelaySession session : open) {
            if (session.isOf(callSid)) {
                session.abandon(reason);
                found = true;
            }
        }
        return found;
    }

    int count() {
        return open.size();
    }

    /** Lets the sessions look at the clock; to be called a few times a second. */
    void tick() {
        long now = System.nanoTime();
        open.forEach(session -> session.tick(now));
    }
}
