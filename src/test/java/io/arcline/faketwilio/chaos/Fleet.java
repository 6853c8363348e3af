package io.arcline.faketwilio.chaos;

import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.webhook.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Servers with one PostgreSQL behind one load balancer, reached as Twilio would: signed, by a public name. */
public final class Fleet implements AutoCloseable {
    /** What the servers are called in public. */
    public static final String DOMAIN = "phone.example.net";

    /** What Twilio signs with. */
    public static final String AUTH_TOKEN = "0123456789abcdef0123456789abcdef";

    private final List<ServerProcess> servers;
    private final FleetDatabase database;
    private final HaProxy proxy;
    private final Thread atExit = new Thread(this::end);

    private Fleet(List<ServerProcess> servers, FleetDatabase database, HaProxy proxy) {
        this.servers = List.copyOf(servers);
        this.database = database;
        this.proxy = proxy;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Whether there is a load balancer on this machine, or could be installed. */
    public static boolean hasLoadBalancer() {
        return HaProxy.found().isPresent();
    }

    /** Starts so many servers, and waits until all of them take calls. */
    public static Fleet start(FleetSettings settings, int count) {
        List<ServerProcess> servers = new ArrayList<>();
        Path data = settings.work().resolve("data").toAbsolutePath();
        try {
            for (int n = 0; n < count; n++) {
                String name = "server-" + (char) ('a' + n);
                Map<String, String> environment = new TreeMap<>(Map.of(
                        "PORT",
                        String.valueOf(freePort()),
                        "MANAGEMENT_PORT",
                        String.valueOf(freePort()),
                        "MANAGEMENT_HOST",
                        "localhost",
                        "OPERATOR_PASSWORD",
                        "operators-password",
                        "DOMAIN",
                        DOMAIN,
                        "TWILIO_AUTH_TOKEN",
                        AUTH_TOKEN,
                        "ARCLINE_DATA_DIR",
                        data.toString(),
                        "JOURNAL_SPOOL_DIR",
                        data.resolveSibling(name + "-journal").toString()));
                environment.putAll(settings.environment());
                ServerProcess server = new ServerProcess(name, settings, environment);
                server.launch();
                servers.add(server);
            }
            servers.forEach(ServerProcess::awaitReady);
            HaProxy proxy = HaProxy.before(servers, DOMAIN, freePort(), settings.work());
            return new Fleet(servers, new FleetDatabase(data), proxy);
        } catch (IOException | RuntimeException failed) {
            servers.stream().filter(ServerProcess::isAlive).forEach(ServerProcess::kill);
            new FleetDatabase(data).end();
            throw failed instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) failed;
        }
    }

    public List<ServerProcess> servers() {
        return servers;
    }

    public FleetDatabase database() {
        return database;
    }

    /** A carrier whose number leads to the load balancer. */
    public FakeTwilio.Builder carrier() {
        return FakeTwilio.to(ServerAddress.behindProxy(URI.create("https://" + DOMAIN), proxy.address()))
                .signing(AUTH_TOKEN);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        proxy.close();
        servers.stream().filter(ServerProcess::isAlive).forEach(ServerProcess::kill);
        database.end();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
