package io.arcline.twilio.trust;

import io.arcline.twilio.twiml.PublicBase;
import java.util.Optional;

/**
 * Where Twilio reaches this server: as configured by {@code DOMAIN}, or as long as that is open as the request's {@code Host}
 * says. Immutable.
 */
public final class PublicAddress {
    private final Optional<PublicBase> configured;
    private final boolean production;

    /**
     * @param domain the value of {@code DOMAIN}, nullable
     * @throws IllegalArgumentException with a message for the operator
     */
    public PublicAddress(String domain, boolean production) {
        this.configured = PublicBase.isOpen(domain) ? Optional.empty() : Optional.of(PublicBase.of(domain, production));
        this.production = production;
    }

    /** The address that {@code DOMAIN} names; empty as long as that is open. */
    public Optional<PublicBase> configured() {
        return configured;
    }

    /**
     * The address for a request.
     *
     * @param hostHeader may be null and anything; not looked at where {@code DOMAIN} is configured
     * @return empty where neither names a host
     */
    public Optional<PublicBase> of(String hostHeader) {
        return configured.isPresent() ? configured : PublicBase.ofHost(hostHeader, production);
    }
}
