package io.arcline.faketwilio.line;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One call's lock, with the waiting and the timed steps that go with it. Everything that happens in a call happens in
 * it.
 */
public final class LineMonitor {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ScheduledExecutorService timer;

    /**
     * @param timer may be shared by many calls; only starts virtual threads
     */
    public LineMonitor(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Does something with the lock held and wakes whoever waits for a change. */
    public void run(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /**
     * Waits until something is so, letting others do their steps meanwhile. The lock may be held or not.
     *
     * @return whether it is so; false when the time is up
     */
    public boolean await(BooleanSupplier so, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!so.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Does a step after a time; at once, in the thread that holds the lock, where the time is none. */
    void after(Duration time, Runnable step) {
        if (time.isZero()) {
            step.run();
        } else {
            timer.schedule(() -> Thread.startVirtualThread(() -> run(step)), time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
