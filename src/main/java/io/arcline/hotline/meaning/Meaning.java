package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;

/** What a heard utterance means at the step it was heard in. Confidence runs from 0 to 1. */
public sealed interface Meaning {

    /** A hotline was named. */
    record Chosen(Hotline hotline, double confidence) implements Meaning {}

    /** A command was given. */
    record Ordered(Command command, double confidence) implements Meaning {}

    /** What was asked for, word for word as it was heard. */
    record Content(String text) implements Meaning {}

    /**
     * The caller asked for another language.
     *
     * @param language the BCP 47 primary tag, such as "de"; of any language that the vocabulary can name, which need
     * not be
     *     one that Shani speaks; the one that is spoken already where the caller asks for that
     */
    record Speak(String language) implements Meaning {}

    /** Two hotlines are equally likely, or the only one is not likely enough: ask. */
    record Between(Hotline one, Hotline other) implements Meaning {}

    /** Nothing that means anything here. */
    record NotUnderstood() implements Meaning {}
}
