package io.arcline.call;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Shani is away on an errand: what the caller says meanwhile waits for it, and its outcome waits for a caller who has cut in to
 * finish. Not thread-safe; belongs to one call.
 */
final class Absence {
    private static final int MOST_DEFERRED = 20;

    private final Deque<CallEvent> deferred = new ArrayDeque<>();
    private boolean away;
    private boolean callerHasTheFloor;
    private CallEvent.ErrandDone held;

    void begin() {
        away = true;
    }

    /** She is back without having brought anything. */
    void over() {
        away = false;
    }

    boolean isAway() {
        return away;
    }

    /** What was said while away waits; more than a few such utterances are a caller who talks to herself. */
    void defer(CallEvent event) {
        if (deferred.size() < MOST_DEFERRED) {
            deferred.add(event);
        }
    }

    /** The next thing that was said while away; null when there is none. */
    CallEvent nextDeferred() {
        return deferred.poll();
    }

    /** The caller cut in and is let finish before she hears what came of the errand. */
    void giveTheFloor() {
        callerHasTheFloor = true;
    }

    boolean callerHasTheFloor() {
        return callerHasTheFloor;
    }

    /** The caller has finished. Returns the outcome that waited for that; null when there is none yet. */
    CallEvent.ErrandDone takeTheFloorBack() {
        callerHasTheFloor = false;
        CallEvent.ErrandDone done = held;
        held = null;
        return done;
    }

    /** The errand is done. Returns whether its outcome is to be told now; otherwise it waits for the caller to finish. */
    boolean ends(CallEvent.ErrandDone done) {
        if (callerHasTheFloor) {
            held = done;
            return false;
        }
        away = false;
        return true;
    }

    void forget() {
        held = null;
        deferred.clear();
    }
}
