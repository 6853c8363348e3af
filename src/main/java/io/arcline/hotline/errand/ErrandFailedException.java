package io.arcline.hotline.errand;

/** An errand did not work, or nobody knows whether it did. The message is for the log and holds no caller's words. */
public final class ErrandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ErrandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
