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

    /** The answer of a lookup, ready to be spoken. */
    record Answer(String text) implements Outcome {}

    /** The text message was accepted for sending. */
    record TextSent() implements Outcome {}

    /** The caller's number cannot receive text messages, or none was given. */
    record NoTextNumber() implements Outcome {}

    /**
     * What an utterance means to somebody else.
     *
     * @param name of the meaning; "" where they do not know either, or did not answer in time
     */
    record Opinion(String utterance, String name) implements Outcome {}

    /** It did not work, or nobody knows whether it did; nothing may be confirmed to the caller. */
    record Failed() implements Outcome {}
}
