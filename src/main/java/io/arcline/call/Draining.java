package io.arcline.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Empties this server: it takes no new calls, live ones may finish, and those that do not are moved to another server, first at
 * the next thing that their callers do, at last wherever they stand. Thread-safe.
 */
public final class Draining {
    /** So much of the time calls may use to finish by themselves. */
    private static final double FINISHING = 1.0 / 3;

    /** So much of it is left when the last are moved wherever they stand; a call takes a second to be moved. */
    private static final double LAST = 1.0 / 8;

    private static final long POLL_MILLIS = 50;
    private static final System.Logger LOG = System.getLogger(Draining.class.getName());

    private final Switchboard switchboard;
    private final LongSupplier nanos;
    private long began;
    private long atMost;
    private Phase phase = Phase.NOT;

    /** How far it is. */
    public enum Phase {
        /** The server takes calls, or has not begun to. */
        NOT,
        /** Live calls may finish. */
        FINISHING,
        /** Calls are moved at the next thing that their callers do. */
        MOVING,
        /** Calls are moved wherever they stand. */
        EMPTYING,
        /** No call is left, or the time is over. */
        DONE
    }

    /** @param nanos a clock that never goes back, in nanoseconds */
    public Draining(Switchboard switchboard, LongSupplier nanos) {
        this.switchboard = switchboard;
        this.nanos = nanos;
    }

    /**
     * Begins; while it is under way already, only the time is changed where that is shorter.
     *
     * @param time until no call is to be left
     */
    public synchronized void begin(Duration time) {
        switchboard.close();
        long now = nanos.getAsLong();
        if (phase == Phase.NOT || began + atMost - (now + time.toNanos()) > 0) {
            began = now;
            atMost = time.toNanos();
            phase = Phase.FINISHING;
            LOG.log(
                    System.Logger.Level.INFO,
                    "draining within {0} s: {1} live calls",
                    time.toSeconds(),
                    switchboard.liveCalls());
        }
        tick();
    }

    /** Takes calls again; those that were asked to move and are still here may move yet. */
    public synchronized void cancel() {
        if (phase != Phase.NOT) {
            phase = Phase.NOT;
            switchboard.open();
        }
    }

    public synchronized Phase phase() {
        return phase;
    }

    /** Goes on with it; to be called a few times a second. */
    public synchronized void tick() {
        if (phase == Phase.NOT || phase == Phase.DONE) {
            return;
        }
        long gone = nanos.getAsLong() - began;
        if (switchboard.liveCalls() == 0 || gone >= atMost) {
            phase = Phase.DONE;
            LOG.log(
                    System.Logger.Level.INFO,
                    "drained after {0} ms, {1} live calls left",
                    gone / 1_000_000,
                    switchboard.liveCalls());
        } else if (gone >= atMost * (1 - LAST)) {
            phase = Phase.EMPTYING;
            switchboard.moveAll(true);
        } else if (gone >= atMost * FINISHING) {
            phase = Phase.MOVING;
            switchboard.moveAll(false);
        }
    }

    /** Begins and waits until no call is left or the time is over; does not depend on anybody's ticking. */
    public void run(Duration time) {
        begin(time);
        try {
            while (phase() != Phase.DONE && phase() != Phase.NOT) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                tick();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
