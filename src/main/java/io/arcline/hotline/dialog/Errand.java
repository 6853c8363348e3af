package io.arcline.hotline.dialog;

/**
 * Something that has to be done outside the dialog, and waited for, before it can answer. Described here as data: the
 * dialog stays a pure function, and whoever runs it may retry an errand, which is the same one as long as the state it
 * came from is.
 */
public sealed interface Errand {

    /** Store a caller's report, unverified. */
    record StoreReport(String content) implements Errand {}

    /** Store a message for Scrappy, unverified. */
    record StoreMessage(String content) implements Errand {}

    /** Fetch this many verified reports, at random out of the newest fifty. */
    record FetchReports(int count) implements Errand {}

    /** Look up where an item is found. */
    record LookUp(String item, String language) implements Errand {}

    /** Send a text message to the caller's own number. */
    record SendText(String body) implements Errand {}
}
