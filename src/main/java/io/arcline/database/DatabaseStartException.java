package io.arcline.database;

/** The embedded PostgreSQL cannot be started or the tables cannot be made; the message is one line for the operator. */
public final class DatabaseStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do about it, one line without secrets
     * @param cause what was thrown, or null
     */
    public DatabaseStartException(String message, Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", " ").strip(), cause);
    }
}
