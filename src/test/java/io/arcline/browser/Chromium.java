package io.arcline.browser;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser process with a profile of its own, which {@link #close()} deletes; ends with the tests' JVM too. */
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Duration START = Duration.ofSeconds(90);

    private final Path profile;
    private final Process process;
    private final DevTools tools;
    private final Thread atExit = new Thread(this::end);

    private Chromium(String program, Path profile) throws IOException {
        this.profile = profile;
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--mute-audio",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add(1, "--no-sandbox");
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(atExit);
        tools = DevTools.connect(address());
    }

    /** Where the browser is installed, if it is. */
    public static Optional<String> program() {
        return PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
    }

    /** Starts one. */
    public static Chromium start() {
        try {
            return new Chromium(program().orElseThrow(), Files.createTempDirectory("arcline-chromium"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Opens a tab of this size, in which nothing is shown yet, with cookies and storage of its own. */
    public Tab tab(int width, int height) {
        String context =
                tools.call(null, "Target.createBrowserContext", Map.of()).getString("browserContextId");
        JsonObject target =
                tools.call(null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context));
        JsonObject session = tools.call(
                null, "Target.attachToTarget", Map.of("targetId", target.getString("targetId"), "flatten", true));
        return new Tab(tools, session.getString("sessionId"), target.getString("targetId"), width, height);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            children.forEach(ProcessHandle::destroyForcibly);
            deleteProfile();
        } catch (InterruptedException | IOException leftForTheSystem) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void deleteProfile() throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    /** The browser says where it listens; what else it says nobody needs. */
    private URI address() throws IOException {
        CompletableFuture<URI> found = new CompletableFuture<>();
        StringBuffer said = new StringBuffer();
        Thread.ofPlatform().daemon().start(() -> {
            try (var lines = process.inputReader()) {
                lines.lines().forEach(line -> {
                    if (line.startsWith("DevTools listening on ")) {
                        found.complete(URI.create(line.substring("DevTools listening on ".length())));
                    } else if (!found.isDone()) {
                        said.append(line).append('\n');
                    }
                });
            } catch (IOException | UncheckedIOException ended) {
                found.completeExceptionally(ended);
            }
            found.completeExceptionally(new IOException("the browser ended:\n" + said));
        });
        try {
            return found.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException failed) {
            end();
            throw new IOException("the browser does not start:\n" + said, failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
