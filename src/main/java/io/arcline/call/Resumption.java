package io.arcline.call;

import io.arcline.hotline.dialog.Heard;

/** Where a call stood that comes back. */
sealed interface Resumption {

    /**
     * It is known.
     *
     * @param standing where it stood
     * @param generation of who held the call until now
     * @param how what may be missing in it, and whether the last answer was heard
     */
    record Known(Standing standing, long generation, Heard.Resumed how) implements Resumption {}

    /** It was not saved, or the database does not answer. */
    record Unknown() implements Resumption {}
}
