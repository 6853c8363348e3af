package io.arcline.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Another Java process that uses the database of a folder, to be ended properly or killed by a test. */
final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts it; {@link #port()} waits until it has the database. */
    static OtherJvm using(Path folder) {
        try {
            return new OtherJvm(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherJvm.class.getName(),
                            folder.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the process says: the port of its database. */
    int port() {
        try {
            return Integer.parseInt(output.readLine());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a server that was told to stop: its shutdown hooks run. */
    void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws InterruptedException {
        // Kept open on purpose: ending is what the tests are about.
        System.out.println(EmbeddedDatabase.in(Path.of(arguments[0])).port());
        Thread.sleep(Long.MAX_VALUE);
    }
}
