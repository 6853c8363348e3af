package io.arcline.database;

/** A short wait between two looks at something outside the JVM. */
final class Pause {
    private Pause() {}

    /** @throws DatabaseStartException when the thread is interrupted; it stays marked so */
    static void milliseconds(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
