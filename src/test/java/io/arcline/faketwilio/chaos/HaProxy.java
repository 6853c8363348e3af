package io.arcline.faketwilio.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Debian's HAProxy before the servers of a fleet: asks {@code /health} twice a second, passes WebSockets through, and tries another
 * server where one refuses.
 */
final class HaProxy implements AutoCloseable {
    private static final String CONFIGURATION = """
            global
                maxconn 5000
            defaults
                mode http
                retries 4
                retry-on conn-failure
                option redispatch 1
                timeout connect 1s
                timeout client 60s
                timeout server 60s
                timeout tunnel 1h
                timeout queue 2s
                timeout check 3s
                default-server check inter 500ms fastinter 100ms fall 1 rise 1 observe layer4 error-limit 1 on-error mark-down
            frontend carrier
                bind 127.0.0.1:%d
                default_backend servers
            backend servers
                balance leastconn
                option httpchk GET /health
                http-check send hdr Host %s
                http-check expect status 200
                http-request set-header Host %s
            %s
            """;

    static final String MISSING = "HAProxy is missing: install it, on Debian by \"apt-get install haproxy\" as root";

    private final Process process;
    private final int port;

    private HaProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param host what it writes into each request's {@code Host}, whose default port the servers know as theirs
     * @throws IllegalStateException with a line that says what to do where there is no HAProxy and none can be installed
     */
    static HaProxy before(List<ServerProcess> servers, String host, int port, Path folder) throws IOException {
        String program = found().orElseThrow(() -> new IllegalStateException(MISSING));
        String backends = IntStream.range(0, servers.size())
                .mapToObj(n -> "    server " + servers.get(n).name() + " 127.0.0.1:"
                        + servers.get(n).port())
                .collect(Collectors.joining("\n"));
        Files.createDirectories(folder);
        Path file = folder.resolve("haproxy.cfg");
        Files.writeString(file, CONFIGURATION.formatted(port, host, host, backends));
        Process process = new ProcessBuilder(program, "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        HaProxy proxy = new HaProxy(process, port);
        proxy.awaitListening();
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void awaitListening() throws IOException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("HAProxy does not start", notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** The program; installed where it is missing and that is possible. */
    static Optional<String> found() {
        return program().or(HaProxy::install);
    }

    private static Optional<String> program() {
        Stream<String> folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")),
                Stream.of("/usr/sbin", "/usr/local/sbin"));
        return folders.map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** On Debian, as root, it is installed. */
    private static Optional<String> install() {
        try {
            Process apt = new ProcessBuilder(
                            "sh",
                            "-c",
                            "[ \"$(id -u)\" = 0 ] && command -v apt-get >/dev/null"
                                    + " && { apt-get -q -y install --no-install-recommends haproxy"
                                    + " || { apt-get -q update && apt-get -q -y install --no-install-recommends haproxy; }; }")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            apt.waitFor(5, TimeUnit.MINUTES);
        } catch (IOException impossible) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return program();
    }
}
