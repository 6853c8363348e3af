package io.arcline.faketwilio.mix;

/**
 * One thing that a scripted caller does.
 *
 * @param act what kind of thing
 * @param words what is said; for a key the key
 * @param over whether it is done over whatever the agent is saying, rather than after it
 */
public record Step(Act act, String words, boolean over) {
    static Step say(String words) {
        return new Step(Act.SAY, words, false);
    }

    static Step press(char key) {
        return new Step(Act.PRESS, String.valueOf(key), false);
    }

    Step spokenOver() {
        return new Step(act, words, true);
    }

    /** What kind of thing a caller does. */
    public enum Act {
        SAY,
        PRESS,
        /** Gives a report whose acknowledgement counts. */
        REPORT,
        /** Gives a message for Scrappy whose acknowledgement counts. */
        MESSAGE,
        /** Says goodbye, and waits for the hotline to end the call. */
        GOODBYE
    }
}
