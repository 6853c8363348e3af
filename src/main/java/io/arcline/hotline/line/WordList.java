package io.arcline.hotline.line;

/** Lists in the resource files, divided by commas: not said, but listened for. */
public enum WordList {
    /** How callers begin when they say where they are: left out when the place is read back to them. */
    PLACE_OPENINGS("extraction.openings"),
    /** Machines worth a warning when a caller names one where an elevator is wanted. */
    DANGERS("extraction.dangers"),
    /** How callers begin when they say what they look for: left out of the lookup. */
    ITEM_OPENINGS("loot.openings"),
    /** What callers say before a question. */
    QUESTION_OPENINGS("ask.openings"),
    /** How questions begin. */
    QUESTION_BEGINNINGS("ask.beginnings");

    private final String key;

    WordList(String key) {
        this.key = key;
    }

    /** The key in the resource files. */
    public String key() {
        return key;
    }
}
