package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;

/** What a phrase of the vocabulary stands for, before the step it is heard in decides what it means. */
sealed interface Sense {

    /** A hotline. */
    record Line(Hotline hotline) implements Sense {}

    /** Either of two hotlines. */
    record Either(Hotline one, Hotline other) implements Sense {}

    /** A command. */
    record Order(Command command) implements Sense {}

    /** A language, by its BCP 47 primary tag. */
    record Language(String tag) implements Sense {}

    /** The first or the second of two that were asked about. */
    record Place(int index) implements Sense {}
}
