package io.arcline.hotline.meaning;

/** What a caller can order in every hotline. */
public enum Command {
    REPEAT,
    MENU,
    HELP,
    GOODBYE,
    YES,
    NO,
    ANOTHER,
    TEXT_ME
}
