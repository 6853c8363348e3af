package io.arcline.journal;

/** Entries are not known to be stored; they may be written again. */
final class StoreAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreAwayException(Throwable cause) {
        super(cause);
    }
}
