package io.arcline.twilio.trust;

import io.arcline.twilio.trust.Refusals.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalInt;

/**
 * Answers requests that Twilio did not sign: 403 without a body, and 429 to an address that goes on; counts them. The log has
 * a line for each of the former only, so that nobody can fill it. Thread-safe.
 */
public final class Doorkeeper {
    private static final System.Logger LOG = System.getLogger(Doorkeeper.class.getName());
    private static final int TOO_MANY_REQUESTS = 429;

    private final AddressLimit limit;
    private final Refusals refusals;

    public Doorkeeper(AddressLimit limit, Refusals refusals) {
        this.limit = limit;
        this.refusals = refusals;
    }

    /** How many an address may send within a minute from now on; empty for any number. */
    public void limit(OptionalInt perMinute) {
        limit.change(perMinute);
    }

    /** How many an address may send within a minute; empty for any number. */
    public OptionalInt limit() {
        return limit.perMinute();
    }

    /** Refuses a request that its signature, or the lack of it, gives no right to. */
    public void unsigned(HttpServletRequest request, HttpServletResponse response, Reason reason) {
        if (limit.allows(request.getRemoteAddr())) {
            refuse(response, reason, "its signature is missing or wrong");
        } else {
            refusals.count(Reason.RATE);
            response.setStatus(TOO_MANY_REQUESTS);
        }
    }

    /** Refuses a request that Twilio signed, with 403. */
    public void refuse(HttpServletResponse response, Reason reason, String why) {
        LOG.log(System.Logger.Level.WARNING, "A request was refused ({0}): {1}", reason.label(), why);
        refusals.count(reason);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
}
