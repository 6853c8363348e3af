package io.arcline.hotline.errand;

import java.util.List;

/**
 * The conversation that an errand is run for.
 *
 * @param sid the call's or conversation's SID
 * @param caller the caller's number as the carrier gave it, "" where it gave none
 * @param called the number that was called, "" where it is not known
 * @param earlier what was said last, the oldest first
 */
public record Talk(String sid, String caller, String called, List<Said> earlier) {
    public Talk {
        earlier = List.copyOf(earlier);
    }

    /**
     * A turn of the conversation.
     *
     * @param byCaller whether the caller said it; else Shani did
     * @param words what was said; of Shani's what was heard
     */
    public record Said(boolean byCaller, String words) {}
}
