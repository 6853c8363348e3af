package io.arcline.call.saved;

/**
 * One state of a call as it is kept.
 *
 * @param callSid the carrier's id of the call
 * @param generation which holder of the call wrote it: each that takes the call over has a higher one
 * @param sequence counts the states of one holder
 * @param state JSON; null once the call is over
 */
public record SavedCall(String callSid, long generation, long sequence, String state) {
    /** Higher than every holder's: nothing is written over the end of a call. */
    static final long OVER = Long.MAX_VALUE;

    /** The call is over, whoever held it. */
    static SavedCall over(String callSid) {
        return new SavedCall(callSid, OVER, 0, null);
    }

    /** Whether the call is over. */
    public boolean isOver() {
        return state == null;
    }

    /** Whether it is later than another state of the same call. */
    public boolean laterThan(SavedCall other) {
        return generation != other.generation ? generation > other.generation : sequence > other.sequence;
    }
}
