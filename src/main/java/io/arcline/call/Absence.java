package io.arcline.call;

import io.arcline.hotline.errand.Hearer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Shani is away on an errand: what the caller says meanwhile waits for it, and its outcome waits for a caller who has cut in to
 * finish. An errand that only answers is broken off instead. Not thread-safe; belongs to one call.
 */
final class Absence {
    private static final int MOST_DEFERRED = 20;

    private final Deque<CallEvent> deferred = new ArrayDeque<>();
    private final StringBuilder told = new StringBuilder();
    private boolean away;
    private boolean stoppable;
    private int trip;
    private Hearer hearer = Hearer.ofTheWhole();
    private boolean callerHasTheFloor;
    private CallEvent.ErrandDone held;

    /**
     * Returns the number of this errand, which tells what comes of it from what comes of those before. One that is under way and
     * can be broken off is.
     *
     * @param canBeStopped whether the caller may break it off
     */
    int begin(boolean canBeStopped) {
        if (canBeStopped()) {
            hearer.leave();
        }
        away = true;
        stoppable = canBeStopped;
        told.setLength(0);
        return ++trip;
    }

    /** Who hears what the errand says; has to be told before it is run. */
    void isHeardBy(Hearer newHearer) {
        hearer = newHearer;
    }

    /** She is back without having brought anything. */
    void over() {
        away = false;
    }

    boolean isAway() {
        return away;
    }

    /** Whether something comes of the errand that is under way now. */
    boolean isOn(int number) {
        return away && number == trip;
    }

    boolean canBeStopped() {
        return away && stoppable;
    }

    /** A piece of the answer was said. */
    void said(String piece) {
        told.append(piece);
    }

    /** All that was said of the answer. */
    String told() {
        return told.toString();
    }

    /** Breaks the errand off: it stops at once, and nothing comes of it any more, nor of what the caller has said meanwhile. */
    void stop() {
        away = false;
        callerHasTheFloor = false;
        held = null;
        deferred.clear();
        hearer.leave();
    }

    /** What was said while away waits; more than a few such utterances are a caller who talks to herself. */
    void defer(CallEvent event) {
        if (deferred.size() < MOST_DEFERRED) {
            deferred.add(event);
        }
    }

    boolean hasDeferred() {
        return !deferred.isEmpty();
    }

    /** What was said while away makes no sense any more. */
    void forgetDeferred() {
        deferred.clear();
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

    /** The call is over. */
    void forget() {
        if (canBeStopped()) {
            hearer.leave();
        }
        held = null;
        deferred.clear();
    }
}
