package io.arcline.assistant;

/** A language model did not answer, or not to the end. The message goes on after "the assistant" and holds nobody's words. */
public final class ModelFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
