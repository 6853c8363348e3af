package io.arcline.ops.meter;

import io.arcline.call.CallObserver;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.StateWriter;
import io.arcline.journal.Journal;
import io.arcline.ops.Features;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Whether this server counts and measures: a small task may do without MicroProfile Metrics ({@code METRICS=off}). */
public final class Metering {
    private static final String METRICS = "org.eclipse.microprofile.metrics.MetricRegistry";

    private Metering() {}

    /** What happens in calls, counted and measured; without metrics it does nothing. */
    public static CallObserver ofCalls() {
        return Features.has(METRICS) ? Metered.calls() : new CallObserver() {};
    }

    /**
     * What the other rooms count for themselves, shown; without metrics it does nothing.
     *
     * @return to be run a few times a second, by one thread at a time
     */
    public static Runnable ofServer(
            Switchboard switchboard, StateWriter states, RelayDesk desk, Refusals refusals, Journal journal) {
        return Features.has(METRICS) ? Metered.server(switchboard, states, desk, refusals, journal) : () -> {};
    }

    /** Loaded only where MicroProfile Metrics is. No bean, or CDI would load it everywhere. */
    private static final class Metered {
        @Inject
        private MetricRegistry registry;

        static CallObserver calls() {
            return new CallMeter(meters());
        }

        static Runnable server(
                Switchboard switchboard, StateWriter states, RelayDesk desk, Refusals refusals, Journal journal) {
            return new ServerMeter(meters(), switchboard, states, desk, refusals, journal)::tick;
        }

        private static Meters meters() {
            Metered injected = new Unmanaged<>(CDI.current().getBeanManager(), Metered.class)
                    .newInstance()
                    .produce()
                    .inject()
                    .get();
            return new Meters(injected.registry);
        }
    }
}
