package io.arcline.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The image as a container: read-only root, no capabilities, a gigabyte of memory, this machine's network. */
final class RunningImage implements AutoCloseable {
    /** Some machines let no process raise its limits; these are below those that are usual. */
    static final List<String> LIMITS =
            List.of("--network", "host", "--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096");

    private static final Duration START = Duration.ofMinutes(6);
    private static final String NAME = "arcline-under-test";

    private final Containers containers;
    private final Process process;
    private final Path log;
    private final int port;

    private RunningImage(Containers containers, Process process, Path log, int port) {
        this.containers = containers;
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static RunningImage start(Containers containers, Map<String, String> settings, Path folder) throws IOException {
        int port = freePort();
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--name",
                NAME,
                "--read-only",
                "--read-only-tmpfs=false",
                "--cap-drop",
                "all",
                "--memory",
                "1g",
                "--mount",
                "type=tmpfs,destination=/tmp",
                "--mount",
                "type=tmpfs,destination=/var/arcline,tmpfs-mode=0770,U=true",
                "--no-healthcheck",
                "--env",
                "PORT=" + port,
                "--env",
                "MANAGEMENT_PORT=" + freePort(),
                "--env",
                "CLOUDWATCH_SERVICE=under-test"));
        settings.forEach((name, value) -> words.addAll(List.of("--env", name + "=" + value)));
        words.addAll(LIMITS);
        words.add(Containers.IMAGE);
        Path log = folder.resolve("console.log");
        ProcessBuilder builder = new ProcessBuilder(containers.podmanWords(words.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(containers.environment());
        return new RunningImage(containers, builder.start(), log, port);
    }

    /** Waits until the load balancer would send calls. */
    void awaitHealthy() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("the image does not answer:\n" + console());
    }

    URI uri() {
        return URI.create("http://localhost:" + port);
    }

    /** Runs a program in the container. */
    Command inside(String... words) {
        List<String> all = new ArrayList<>(List.of("exec", NAME));
        all.addAll(List.of(words));
        return containers.podman(all.toArray(String[]::new));
    }

    /** What the server printed so far. */
    String console() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Ends it as ECS does, by SIGTERM to its first process, and waits. The time is that process's own: podman 4.3 keeps some containers
     * that have ended for another twenty seconds before it says so.
     */
    Ended terminate() {
        ProcessHandle first = ProcessHandle.of(Long.parseLong(containers
                        .podman("inspect", "--format", "{{.State.Pid}}", NAME)
                        .succeeded()
                        .output()
                        .strip()))
                .orElseThrow();
        long begun = System.nanoTime();
        first.destroy();
        first.onExit().orTimeout(2, TimeUnit.MINUTES).join();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Ended(process.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue(), took);
    }

    /**
     * How it ended.
     *
     * @param status its exit status
     * @param took from SIGTERM to its end
     */
    record Ended(int status, Duration took) {}

    @Override
    public void close() {
        if (process.isAlive()) {
            containers.podman("kill", NAME);
            process.onExit().join();
        }
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
