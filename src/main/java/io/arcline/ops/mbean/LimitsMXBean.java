package io.arcline.ops.mbean;

/** How much this server takes on, as it is at present. Set by configuration, which may change while the server runs. */
@Described("How much this server takes on at present, by MAX_CALLS, MAX_CALLS_PER_NUMBER and RATE_LIMIT.")
public interface LimitsMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Limits";

    /** Calls at the same time; further callers hear that all lines are busy. */
    @Described("Calls at the same time (MAX_CALLS); further callers hear that all lines are busy.")
    int getMostCalls();

    /** Calls at the same time of one phone number. */
    @Described("Calls at the same time of one phone number (MAX_CALLS_PER_NUMBER).")
    int getMostCallsPerNumber();

    /** Requests with a wrong signature that one address may send within a minute; -1 for any number. */
    @Described("Requests with a wrong signature that one address may send within a minute (RATE_LIMIT); -1 for any"
            + " number.")
    int getRateLimit();
}
