package io.arcline.hotline.errand;

import java.util.UUID;

/** The messages that callers leave for Scrappy. Calls may block up to the store's own timeouts. */
public interface ScrappyMessages {

    /**
     * Stores a message, unverified. Returns after the commit; storing the same id again changes nothing.
     *
     * @throws ErrandFailedException when it is not known to be stored
     */
    void store(UUID id, String content);
}
