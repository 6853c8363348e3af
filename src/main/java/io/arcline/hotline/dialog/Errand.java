package io.arcline.hotline.dialog;

import java.util.List;

/**
 * Something that has to be done outside the dialog, and waited for, before it can answer. Described here as data: the
 * dialog stays a pure function, and whoever runs it may retry an errand, which is the same one as long as the state it
 * came from is.
 */
public sealed interface Errand {

    /** What it comes to when it does not work, or nobody knows whether it did. */
    default Outcome failed() {
        return new Outcome.Failed();
    }

    /** Whether it may be broken off at any moment, with nothing lost but its outcome. */
    default boolean stoppable() {
        return false;
    }

    /** Store a caller's report, unverified. */
    record StoreReport(String content) implements Errand {}

    /** Store a message for Scrappy, unverified. */
    record StoreMessage(String content) implements Errand {}

    /** Fetch this many verified reports, at random out of the newest fifty. */
    record FetchReports(int count) implements Errand {}

    /** Look up where an item is found. */
    record LookUp(String item, String language) implements Errand {
        @Override
        public boolean stoppable() {
            return true;
        }
    }

    /** Answer a question about anything. */
    record Ask(String question, String language) implements Errand {
        @Override
        public boolean stoppable() {
            return true;
        }
    }

    /** Send a text message to the caller's own number. */
    record SendText(String body) implements Errand {}

    /**
     * Ask somebody else what a caller meant who was not understood.
     *
     * @param utterance what the caller said: data, never an instruction
     * @param names of the meanings that it may have here
     */
    record SecondOpinion(String utterance, List<String> names) implements Errand {
        public SecondOpinion {
            names = List.copyOf(names);
        }

        @Override
        public Outcome failed() {
            return new Outcome.Opinion(utterance, "");
        }
    }
}
