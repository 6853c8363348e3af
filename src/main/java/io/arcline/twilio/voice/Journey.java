package io.arcline.twilio.voice;

import java.util.Optional;

/**
 * How often a call has been connected again so far. It travels in the address of the Connect action, which Twilio signs, so every
 * server knows it without asking another.
 *
 * @param lost after a socket was lost
 * @param moved because a server moved it
 */
record Journey(int lost, int moved) {
    /** A call that loses its socket more often has a fault that connecting again does not mend. */
    static final int MOST_LOST = 3;

    /** More rolling replacements than a call can live through. */
    static final int MOST_MOVED = 50;

    static final Journey NONE = new Journey(0, 0);

    /** As far as {@link #query} had it; what is no number counts as the most. */
    static Journey of(String lost, String moved) {
        return new Journey(number(lost, MOST_LOST), number(moved, MOST_MOVED));
    }

    /** The journey with one more loss; empty where that is one too many. */
    Optional<Journey> afterLoss() {
        return lost < MOST_LOST ? Optional.of(new Journey(lost + 1, moved)) : Optional.empty();
    }

    /** The journey with one more move; empty where that is one too many. */
    Optional<Journey> afterMove() {
        return moved < MOST_MOVED ? Optional.of(new Journey(lost, moved + 1)) : Optional.empty();
    }

    /** The path and query of the action that knows it. */
    String action() {
        return equals(NONE) ? "/twiml/ended" : "/twiml/ended?lost=" + lost + "&moved=" + moved;
    }

    private static int number(String text, int most) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        return text.matches("[0-9]{1,3}") ? Math.min(most, Integer.parseInt(text)) : most;
    }
}
