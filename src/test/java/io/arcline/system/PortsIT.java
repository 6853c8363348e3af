package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What answers on which port, and what does not. */
class PortsIT {
    private static LibertyServer server;

    @BeforeAll
    static void start() {
        server = Servers.development();
    }

    @Test
    void healthOfThePublicPortIsExactlyWhatTheLoadBalancerExpects() {
        var answer = server.get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"status\":\"ok\",\"timestamp\":\"[^\"]+\"}");
        assertThat(Instant.parse(answer.body().replaceAll(".*timestamp\":\"([^\"]+).*", "$1")))
                .isNotNull();
    }

    @Test
    void operatorsPathsAreNotOnThePublicPort() {
        for (String path :
                new String[] {"/api/calls", "/calls", "/health/ready", "/openapi", "/metrics", "/adminCenter"}) {
            var answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().map().toString()).doesNotContain("Exception", "RESTEASY");
        }
    }

    @Test
    void theManagementPortHasHealthAndTheDescriptionOfTheApi() {
        for (String path : new String[] {"/health/live", "/health/ready", "/health/started"}) {
            assertThat(server.operator(path).body()).as(path).startsWith("{\"status\":\"UP\"");
        }
        assertThat(server.operator("/openapi").body()).contains("/calls/{callSid}", "/twiml/ended");
    }

    @Test
    void aSmallTaskDoesWithoutTheDescriptionOfTheApiAndMetrics() {
        assertThat(Servers.small().operator("/openapi").statusCode()).isEqualTo(404);
        assertThat(Servers.small().operator("/metrics").statusCode()).isEqualTo(404);
        assertThat(Servers.small().operator("/health/ready").body()).startsWith("{\"status\":\"UP\"");
    }

    @Test
    void operatorsSignIn() {
        URI calls = server.managementUri("/api/calls");
        assertThat(new Operator("wrong").get(calls).statusCode()).isEqualTo(401);
        assertThat(server.operator("/api/calls").statusCode()).isEqualTo(200);
        assertThat(server.operator("/api/calls/CAnone").statusCode()).isEqualTo(404);
    }

    @Test
    void aHostThatIsNoHostNameIsRefusedAndNeverRepeated() throws IOException {
        String answer = raw("GET /twiml?CallSid=CA1 HTTP/1.1\r\nHost: evil.example\"/><x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("evil");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
