package io.arcline.twilio.relay;

/** What became of a relay token that somebody came with. */
public sealed interface Redemption {

    /**
     * It was good, and is used now.
     *
     * @param callSid the call that it was minted for; empty if that was not known, and then it is good for the first
     *     call that {@code setup} names
     * @param resume whether it continues a call that may still be alive on another socket
     */
    record Accepted(String callSid, boolean resume) implements Redemption {}

    /** It lets nobody in. */
    record Rejected(Reason reason) implements Redemption {}

    /** Why a token is rejected; its name in lower case is fit for a metric. */
    enum Reason {
        /** Missing, or not of the form that tokens have. */
        MALFORMED,
        /** Not minted with any of our keys, or changed since. */
        FORGED,
        /** Minted too long ago. */
        EXPIRED,
        /** Minted for another call than the one that it was brought for. */
        OTHER_CALL,
        /** Redeemed before. */
        USED
    }
}
