package io.arcline.hotline.errand;

import java.util.List;
import java.util.UUID;

/** The reports that callers submit and listen to. Calls may block up to the store's own timeouts. */
public interface IntelReports {

    /**
     * Stores a report, unverified. Returns after the commit; storing the same id again changes nothing.
     *
     * @throws ErrandFailedException when it is not known to be stored
     */
    void store(UUID id, String content);

    /**
     * Up to {@code count} reports at random out of the {@code newest} verified ones.
     *
     * @throws ErrandFailedException when the store does not answer
     */
    List<String> anyVerified(int count, int newest);
}
