package io.arcline.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param status its exit status
 * @param output what it printed, errors too
 */
record Command(int status, String output) {
    private static final long PATIENCE_MINUTES = 10;

    /** Runs a program in the project's folder with nothing to read, and waits for it. */
    static Command run(Map<String, String> environment, List<String> words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            // What the developer's own shell has set must not reach an account of theirs.
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches(
                            "(AWS|TWILIO|DATABASE|SUPABASE|ASSISTANT|PERPLEXITY|OIDC)_.*|DOMAIN|SETTINGS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process));
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(words + " does not end:\n" + output.getNow("(nothing printed)"));
            }
            return new Command(process.exitValue(), output.join());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static Command run(String... words) {
        return run(Map.of(), List.of(words));
    }

    /** The same, failing the test where the program fails. */
    Command succeeded() {
        if (status != 0) {
            throw new AssertionError("ended with " + status + ":\n" + output);
        }
        return this;
    }

    /** Skips the test, with a line that says so, where a program cannot be run. */
    static void require(String... words) {
        boolean works;
        String said;
        try {
            Command tried = run(words);
            works = tried.status() == 0;
            said = tried.output().lines().reduce((first, last) -> last).orElse("no output");
        } catch (UncheckedIOException missing) {
            works = false;
            said = "not installed";
        }
        assumeTrue(works, "skipped: " + String.join(" ", words) + " does not work here (" + said + ")");
    }

    /** A file of the project. */
    static String file(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
