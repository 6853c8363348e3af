package io.arcline.server;

import io.arcline.call.Switchboard;
import io.arcline.call.saved.StateWriter;
import io.arcline.journal.Journal;
import io.arcline.ops.meter.CallMeter;
import io.arcline.ops.meter.ServerMeter;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Makes what counts and measures. */
@ApplicationScoped
public class MeterWiring {
    @Inject
    MetricRegistry registry;

    @Produces
    @Singleton
    CallMeter callMeter() {
        return new CallMeter(registry);
    }

    @Produces
    @Singleton
    ServerMeter serverMeter(
            Switchboard switchboard, StateWriter states, RelayDesk desk, Refusals refusals, Journal journal) {
        return new ServerMeter(registry, switchboard, states, desk, refusals, journal);
    }
}
