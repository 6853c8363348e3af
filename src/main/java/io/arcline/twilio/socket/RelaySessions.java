package io.arcline.twilio.socket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open relay sessions of this server. Thread-safe. */
final class RelaySessions {
    /** So many look at the clock before whoever else wants the processor has it. */
    private static final int PORTION = 100;

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
        int looked = 0;
        for (RelaySession session : open) {
            session.tick(now);
            if (++looked % PORTION == 0) {
                Thread.yield();
            }
        }
    }
}
