package io.arcline.ops.meter;

import io.arcline.call.Fates;
import io.arcline.call.Switchboard;
import io.arcline.call.saved.StateWriter;
import io.arcline.journal.Journal;
import io.arcline.twilio.socket.RelayDesk;
import io.arcline.twilio.trust.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.metrics.Counter;

/** Shows what the other rooms count for themselves. {@link #tick()} brings the counters up to date. */
final class ServerMeter {
    private static final double MICROS_A_SECOND = 1_000_000;
    private static final double MILLIS_A_SECOND = 1_000;

    private final List<FollowingCounter> following = new ArrayList<>();

    ServerMeter(
            Meters meters,
            Switchboard switchboard,
            StateWriter states,
            RelayDesk desk,
            Refusals refusals,
            Journal journal) {
        calls(meters, switchboard);
        states(meters, states);
        door(meters, desk, refusals);
        meters.gauge(Metric.JOURNAL_BACKLOG, journal::backlog);
        meters.gauge(Metric.JOURNAL_SPOOL, journal::spooled);
        follow(meters.counter(Metric.JOURNAL_DROPPED), journal::dropped);
    }

    /** To be called a few times a second, by one thread at a time. */
    void tick() {
        following.forEach(FollowingCounter::tick);
    }

    private void calls(Meters meters, Switchboard switchboard) {
        meters.gauge(Metric.LIVE_CALLS, switchboard::liveCalls);
        meters.gauge(Metric.MAX_CALLS, switchboard::mostCalls);
        meters.gauge(Metric.READY, () -> switchboard.isOpen() ? 1 : 0);
        Fates fates = switchboard.fates();
        follow(meters.counter(Metric.RECONNECTS, "resumed"), fates::resumedCalls);
        follow(meters.counter(Metric.RECONNECTS, "forgotten"), fates::forgottenCalls);
        follow(meters.counter(Metric.RECONNECTS, "lost"), fates::lostCalls);
        follow(meters.counter(Metric.SOCKETS_LOST), fates::droppedSockets);
    }

    private void states(Meters meters, StateWriter states) {
        meters.gauge(Metric.STATE_LAG, () -> states.figures().lastLagMicros() / MICROS_A_SECOND);
        meters.gauge(Metric.STATE_BEHIND, () -> states.behindMillis() / MILLIS_A_SECOND);
        meters.gauge(Metric.STATES_WAITING, states::waiting);
        follow(meters.counter(Metric.STATE_FAILURES), () -> states.figures().failures());
    }

    private void door(Meters meters, RelayDesk desk, Refusals refusals) {
        meters.gauge(Metric.RELAY_SOCKETS, desk::openSockets);
        for (Refusals.Reason reason : Refusals.Reason.values()) {
            follow(meters.counter(Metric.REFUSED, reason.label()), () -> refusals.total(reason));
        }
    }

    private void follow(Counter counter, LongSupplier source) {
        following.add(new FollowingCounter(counter, source));
    }
}
