package io.arcline.performance;

/** What the servers that only answer say: as long as the average frame of the dialog. */
final class BareReply {
    static final String TEXT =
            "{\"type\":\"text\",\"token\":\"Extraction, loot, Scrappy, submit intel or listen to intel, caller?\",\"last\":true}";

    private BareReply() {}
}
