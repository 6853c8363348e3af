package io.arcline.twilio.trust;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How often something was refused on the public port since the start, and why. Thread-safe. */
public final class Refusals {
    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);

    /** Why; {@link #label()} is fit for a metric. */
    public enum Reason {
        /** A webhook that Twilio did not sign. */
        WEBHOOK_SIGNATURE,
        /** A handshake that Twilio did not sign. */
        HANDSHAKE_SIGNATURE,
        /** The same from an address that has sent too many. */
        RATE,
        /** A handshake whose token is missing or none. */
        TOKEN_MALFORMED,
        /** A handshake whose token this server's keys did not make. */
        TOKEN_FORGED,
        /** A handshake that came too late. */
        TOKEN_EXPIRED,
        /** A handshake for another call than its token was minted for. */
        TOKEN_OTHER_CALL,
        /** A handshake whose token was used before. */
        TOKEN_USED,
        /** A socket that did not say in time which call it is. */
        NO_SETUP,
        /** A setup for another call than the token's. */
        OTHER_CALL,
        /** A setup for another account than ours. */
        OTHER_ACCOUNT,
        /** A setup for a call that is live on another socket. */
        ALREADY_LIVE,
        /** A setup when all lines were taken. */
        NO_LINE_FREE,
        /** A setup from a number with too many calls. */
        NUMBER_BUSY,
        /** A frame that is not what Twilio documents; the call goes on. */
        BAD_FRAME;

        /** Its name in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Refusals() {
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    /** One more. */
    public void count(Reason reason) {
        counts.get(reason).increment();
    }

    /** How often it was for this reason. */
    public long total(Reason reason) {
        return counts.get(reason).sum();
    }

    /** All counts by their reasons' labels, those that are 0 too. */
    public Map<String, Long> byReason() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((reason, count) -> all.put(reason.label(), count.sum()));
        return all;
    }
}
