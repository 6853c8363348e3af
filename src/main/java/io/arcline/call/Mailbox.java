package io.arcline.call;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The events of one call, handled strictly in the order in which they were posted and one at a time, on the thread that posts
 * them: a turn that waits for nothing costs no hand-over. Thread-safe.
 */
final class Mailbox {
    /** More events than this waiting is no conversation any more. */
    private static final int MOST_PENDING = 1000;

    private final Consumer<CallEvent> handler;
    private final Queue<CallEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    /** @param handler must not throw */
    Mailbox(Consumer<CallEvent> handler) {
        this.handler = handler;
    }

    /**
     * Returns when the event has been handled, or at once when another thread is handling events, which then handles this one
     * too.
     *
     * @return false when too many are waiting and this one was not taken; the end of the call is always taken
     */
    boolean post(CallEvent event) {
        if (pending.get() >= MOST_PENDING && !(event instanceof CallEvent.Disconnected)) {
            return false;
        }
        events.add(event);
        if (pending.getAndIncrement() == 0) {
            do {
                handler.accept(events.poll());
            } while (pending.decrementAndGet() != 0);
        }
        return true;
    }
}
