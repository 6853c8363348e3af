package io.arcline.call.saved;

import java.time.Duration;

/** What is known of a call that comes back. */
public sealed interface Recollection {

    /**
     * Where it stood.
     *
     * @param behind whether turns may be missing: the database was away when they were to be saved
     * @param age since the state came about
     */
    record Known(SavedCall saved, boolean behind, Duration age) implements Recollection {}

    /** Nothing: it was not saved, or nobody could be asked in time. */
    record Unknown() implements Recollection {}
}
