package io.arcline.deployment;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An AWS account that nobody pays for: moto on a loopback port, and the AWS CLI pointed at it. */
final class Moto implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private static final Path LOG = Path.of("target", "moto", "server.log");

    private final Process process;
    private final int port;

    private Moto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one; skips the test where moto or the AWS CLI is missing. */
    static Moto start() throws IOException, InterruptedException {
        Command.require("aws", "--version");
        Command.require("python3", "-c", "import moto.server");
        int port = freePort();
        Files.createDirectories(LOG.getParent());
        Process process = new ProcessBuilder(
                        "python3", Command.file("src/test/moto/server.py"), "-H", "127.0.0.1", "-p", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        Moto moto = new Moto(process, port);
        moto.awaitAnswer();
        return moto;
    }

    /** What the AWS CLI and the deploy command need to reach it. */
    Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", "http://localhost:" + port,
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
    }

    /** What the AWS CLI answers, as text. */
    String aws(String... words) {
        List<String> command = new ArrayList<>(List.of("aws", "--output", "text"));
        command.addAll(List.of(words));
        return Command.run(environment(), command).succeeded().output().strip();
    }

    /** The kinds of things that the account still holds besides what every account has. */
    List<String> leftovers() {
        String held = Command.run(environment(), List.of("python3", Command.file("src/test/moto/leftovers.py")))
                .succeeded()
                .output();
        return held.lines().map(line -> line.substring(0, line.indexOf(':'))).toList();
    }

    /** What it has printed so far: what stacks made of Elastic Beanstalk. */
    String log() throws IOException {
        return Files.readString(LOG);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/moto-api/"))
                .build();
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                process.waitFor(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("moto does not start: " + log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
