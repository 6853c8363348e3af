package io.arcline.hotline.dialog;

import java.util.List;

/** How an {@link Errand} ended. */
public sealed interface Outcome {

    /** What was to be stored is committed. */
    record Stored() implements Outcome {}

    /** The reports asked for; empty where none is verified yet. */
    record Reports(List<String> contents) implements Outcome {
        public Reports {
            contents = List.copyOf(contents);
        }
    }

    /** The answer of a lookup or to a question, ready to be spoken. */
    record Answer(String text) implements Outcome {}

    /**
     * An answer that was spoken while it was being given.
     *
     * @param said all that was said of it
     * @param heard what the caller heard of it; the same where nobody knows better
     */
    record Told(String said, String heard, End end) implements Outcome {
        /** How it ended. */
        public enum End {
            WHOLE,
            /** It broke off. */
            CUT,
            /** The caller cut in. */
            LEFT
        }
    }

    /** The caller has asked as much as one may. */
    record Spent() implements Outcome {}

    /** The text message was accepted for sending. */
    record TextSent() implements Outcome {}

    /** The text message is not on its way, or nobody knows. */
    record NotTexted(Why why) implements Outcome {
        /** Why it is not. */
        public enum Why {
            /** The caller's number is withheld, or is none that a text can be sent to. */
            WITHHELD,
            /** The number cannot receive text messages. */
            CANNOT_RECEIVE,
            /** Whoever has the number asked for no more text messages. */
            OPTED_OUT,
            /** It may be on its way or not. */
            UNSURE,
            FAILED
        }
    }

    /**
     * What an utterance means to somebody else.
     *
     * @param name of the meaning; "" where they do not know either, or did not answer in time
     */
    record Opinion(String utterance, String name) implements Outcome {}

    /** It did not work, or nobody knows whether it did; nothing may be confirmed to the caller. */
    record Failed() implements Outcome {}
}
