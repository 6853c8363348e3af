package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import org.junit.jupiter.api.Test;

/** A server with all that operators can ask for: Admin Center, JMX over REST, traces, JSON on the console. */
class OperationsIT {
    private static final String[] LIBERTYS = {"/metrics", "/IBMJMXConnectorREST/mbeanCount", "/ibm/api/config"};

    private final LibertyServer server = Servers.operated();

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
                .containsPattern("\"value\":\"[0-9]+\"");
        var erase = reader.post(
                server.managementUri("/IBMJMXConnectorREST/mbeans/io.arcline%3Atype%3DCallers/operations/erase"),
                "{\"params\":[{\"value\":\"+447700900001\",\"type\":\"java.lang.String\"}],"
                        + "\"signature\":[\"java.lang.String\"]}");
        assertThat(erase.statusCode()).isEqualTo(403);
    }

    @Test
    void theMBeansSayWhatTheyAreByRest() {
        Operator reader = new Operator("prometheus", "scrapes");
        String beans = "/IBMJMXConnectorREST/mbeans/io.arcline%3Atype%3D";
        assertThat(reader.get(server.managementUri(beans + "Resilience")).body())
                .contains(
                        "\"description\":\"Takes no new calls from now on",
                        "\"name\":\"seconds\"",
                        "\"description\":\"Within how many seconds, from 1 to 3600.\"");
        assertThat(reader.get(server.managementUri(beans + "Limits")).body())
                .contains("\"description\":\"Calls at the same time (MAX_CALLS)");
        assertThat(reader.get(server.managementUri(beans + "Words/attributes/VocabularyVersion"))
                        .body())
                .containsPattern("\"value\":\"[0-9a-f]{12}\"");
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
        String sent = Servers.collector().awaitCall(call.callSid());
        assertThat(sent)
                .contains(call.callSid(), "turn", "store report", "look up", "send text", "arcline.end")
                .doesNotContain("tower", "rusted gears", "+15550100071", "process.command_line");
        assertThat(server.console()
                        .lines()
                        .filter(line -> line.contains("the carrier refused a frame"))
                        .filter(line -> line.contains("\"ext_callSid\":\"" + call.callSid() + "\"")))
                .singleElement()
                .asString()
                .startsWith("{");
        assertThat(server.console()).doesNotContain("tower", "+15550100071");
    }
}
