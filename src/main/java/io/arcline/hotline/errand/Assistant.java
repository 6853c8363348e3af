package io.arcline.hotline.errand;

/** Answers callers' questions. Thread-safe; blocks until the answer is given, some seconds up to half a minute. */
public interface Assistant {

    /**
     * Answers, to the hearer's ear while it goes along.
     *
     * @throws ErrandFailedException where there is no answer at all
     */
    Answer answer(Question question, Talk talk, Hearer hearer);

    /** What is asked: the caller's own words, which are data and never instructions. */
    sealed interface Question {
        String words();

        /** BCP 47 tag of the answer. */
        String language();

        /** Where an item is found. */
        record Item(String words, String language) implements Question {}

        /** Anything. */
        record Anything(String words, String language) implements Question {}
    }

    /**
     * What was answered.
     *
     * @param text all that was said to the ear; "" for nothing
     */
    record Answer(String text, End end) {}

    /** How an answer ends. */
    enum End {
        /** All of it was given. */
        WHOLE,
        /** It broke off. */
        CUT,
        /** The hearer went away. */
        LEFT,
        /** The caller has asked as much as one may; nothing was said. */
        SPENT
    }
}
