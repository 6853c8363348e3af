package io.arcline.hotline.meaning;

import io.arcline.hotline.Hotline;

/** What Shani was waiting for when an utterance was heard: it decides what the same words mean. */
public sealed interface Asked {

    /** At the menu: the name of a hotline or a command. */
    record Choice() implements Asked {}

    /** For content: anything at all, unless it is nothing but a command. */
    record Content(Kind kind) implements Asked {}

    /** After a hotline has finished: another one of the same, another hotline, or nothing more. */
    record More(Hotline finished) implements Asked {}

    /** "Extraction or loot?" */
    record Which(Hotline one, Hotline other) implements Asked {}

    /** After what the caller gave could not be saved: "again" sends it once more. */
    record Retry(Hotline hotline) implements Asked {}

    enum Kind {
        REPORT,
        MESSAGE,
        LOCATION,
        ITEM
    }
}
