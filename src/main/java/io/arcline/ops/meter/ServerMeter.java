package io.arcline.ops.meter;

import io.arcline.call.Switchboard;
import io.arcline.journal.Journal;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows what the other rooms count for themselves. {@link #tick()} brings the counters up to date. */
public final class ServerMeter {
    private final List<FollowingCounter> following = new ArrayList<>();

    public ServerMeter(
            MetricRegistry registry, Switchboard switchboard, RelayDesk desk, Refusals refusals, Journal journal) {
        Meters meters = new Meters(registry);
        meters.gauge(Metric.LIVE_CALLS, switchboard::liveCalls);
        meters.gauge(Metric.MAX_CALLS, switchboard::mostCalls);
        meters.gauge(Metric.READY, () -> switchboard.isOpen() ? 1 : 0);
        meters.gauge(Metric.RELAY_SOCKETS, desk::openSockets);
        meters.gauge(Metric.JOURNAL_BACKLOG, journal::backlog);
        meters.gauge(Metric.JOURNAL_SPOOL, journal::spooled);
        following.add(new FollowingCounter(meters.counter(Metric.JOURNAL_DROPPED), journal::dropped));
        for (Refusals.Reason reason : Refusals.Reason.values()) {
            following.add(
                    new FollowingCounter(meters.counter(Metric.REFUSED, reason.label()), () -> refusals.total(reason)));
        }
    }

    /** To be called a few times a second, by one thread at a time. */
    public void tick() {
        following.forEach(FollowingCounter::tick);
    }
}
