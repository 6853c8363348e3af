package io.arcline.hotline.errand;

import java.util.function.Consumer;

/**
 * Somebody who listens to an answer while it is being given, and may go away in the middle. Thread-safe; each call returns at once.
 */
public final class Hearer {
    private final Consumer<String> ear;
    private Runnable stop = () -> {};
    private Runnable first = () -> {};
    private boolean gone;

    /** @param ear gets what is said, piece by piece, ready to be spoken; must not block */
    public Hearer(Consumer<String> ear) {
        this.ear = ear;
    }

    /** Somebody who waits for the whole answer. */
    public static Hearer ofTheWhole() {
        return new Hearer(piece -> {});
    }

    /** Says the next piece, with the spaces that belong to it. Returns whether somebody still listens. */
    public boolean hear(String piece) {
        if (isGone()) {
            return false;
        }
        heardFirst();
        ear.accept(piece);
        return true;
    }

    private void heardFirst() {
        Runnable action;
        synchronized (this) {
            action = first;
            first = () -> {};
        }
        action.run();
    }

    /** What is to be done before the first piece is heard, once. */
    public synchronized void onFirst(Runnable action) {
        first = action;
    }

    /** What ends the work on the answer once nobody listens any more; run at once where nobody does. */
    public void onGone(Runnable action) {
        boolean already;
        synchronized (this) {
            stop = action;
            already = gone;
        }
        if (already) {
            action.run();
        }
    }

    /** Nobody listens any more. */
    public void leave() {
        Runnable action;
        synchronized (this) {
            gone = true;
            action = stop;
        }
        action.run();
    }

    public synchronized boolean isGone() {
        return gone;
    }
}
