package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with all that operators can ask for: Admin Center, JMX over REST, traces, JSON on the console. */
class OperationsIT {
    private static final String[] LIBERTYS = {"/metrics", "/IBMJMXConnectorREST/mbeanCount", "/ibm/api/config"};

    private static TraceCollector collector;
    private static LibertyServer server;

    @BeforeAll
    static void start() throws Exception {
        collector = TraceCollector.start();
        server = LibertyServer.start(
                "operations",
                Map.of(
                        "ADMIN_CENTER", "on",
                        "TELEMETRY", "on",
                        "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                        "OTEL_BSP_SCHEDULE_DELAY", "500",
                        "READERS", "prometheus:scrapes",
                        "WLP_LOGGING_CONSOLE_FORMAT", "JSON",
                        "WLP_LOGGING_CONSOLE_SOURCE", "message,ffdc"));
    }

    @AfterAll
    static void stop() {
        server.close();
        collector.close();
    }

    @Test
    void libertysOwnPagesAreForOperatorsAndReadersAndOnTheManagementPortOnly() {
        Operator reader = new Operator("prometheus", "scrapes");
        Operator stranger = new Operator("prometheus", "guesses");
        for (String path : LIBERTYS) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(server.operator(path).statusCode()).as(path).isEqualTo(200);
            assertThat(reader.get(server.managementUri(path)).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(stranger.get(server.managementUri(path)).statusCode())
                    .as(path)
                    .isNotEqualTo(200);
        }
        assertThat(reader.get(server.managementUri("/api/calls")).statusCode()).isEqualTo(403);
        // Admin Center has a sign-in page of its own, to which it sends everybody who comes without its cookie.
        String page = "/adminCenter/serverConfig-1.0/";
        assertThat(server.get(page).statusCode()).isEqualTo(404);
        assertThat(server.operator(page).statusCode()).isEqualTo(302);
    }

    @Test
    void aReaderLooksAtTheMBeansAndChangesNothing() {
        String calls = "/IBMJMXConnectorREST/mbeans/io.arcline%3Atype%3DCalls";
        Operator reader = new Operator("prometheus", "scrapes");
        assertThat(reader.get(server.managementUri(calls + "/attributes/LiveCalls"))
                        .body())
                .contains("\"value\":\"0\"");
        var erase = reader.post(
                server.managementUri("/IBMJMXConnectorREST/mbeans/io.arcline%3Atype%3DCallers/operations/erase"),
                "{\"params\":[{\"value\":\"+447700900001\",\"type\":\"java.lang.String\"}],"
                        + "\"signature\":[\"java.lang.String\"]}");
        assertThat(erase.statusCode()).isEqualTo(403);
    }

    @Test
    void aCallIsOneTraceAndItsLogLinesNameIt() throws Exception {
        String words = "The tower fell, a Bastion stands there";
        FakeCall call;
        try (FakeTwilio twilio = FakeTwilio.to(server.uri("/"))
                .line(LineSettings.faster(20))
                .patience(java.time.Duration.ofSeconds(60))
                .start()) {
            call = twilio.dial("+15550100071");
            call.awaitReply();
            call.sendRaw("{\"type\":\"error\",\"description\":\"Invalid message received\"}");
            call.say("submit intel");
            call.awaitAnswer();
            call.say(words);
            call.awaitAnswer();
            call.say("loot");
            call.awaitAnswer();
            call.say("rusted gears");
            call.awaitAnswer();
            call.say("text me that");
            call.awaitAnswer();
            call.say("goodbye");
            assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
        }
        String sent = collector.await("arcline.end");
        assertThat(sent)
                .contains(call.callSid(), "turn", "store report", "look up", "send text", "arcline.end")
                .doesNotContain("tower", "rusted gears", "+15550100071", "process.command_line");
        assertThat(server.console().lines().filter(line -> line.contains("the carrier refused a frame")))
                .singleElement()
                .asString()
                .startsWith("{")
                .contains("\"ext_callSid\":\"" + call.callSid() + "\"");
        assertThat(server.console()).doesNotContain("tower", "+15550100071");
    }
}
