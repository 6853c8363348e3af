package io.arcline.faketwilio.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import io.arcline.faketwilio.webhook.TwilioSignature;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadGeneratorTest {
    private static final String SCRIPT = """
            # A dialog of two turns.
            answered
              hear welcome
            say one
              hear you said one
            press 2
              hear nothing of this
              hear key 2
            """;

    @TempDir
    Path folder;

    private int status;
    private String said;

    @Test
    void measuresCallsThatAreAnsweredRightly() throws Exception {
        Path json = folder.resolve("result.json");
        Path svg = folder.resolve("result.svg");
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            load(server, SCRIPT, "--calls", "7", "--threads", "2", "--json", json.toString(), "--svg", svg.toString());
            assertThat(server.requests("/twiml")).hasSize(7);
        }
        assertThat(said).contains("7 calls connected, 0 failed", "all replies right: yes", "a turn    p50");
        assertThat(status).isZero();
        JsonObject result = Json.object(Files.readString(json));
        assertThat(result.getInt("connected")).isEqualTo(7);
        assertThat(result.getInt("turns")).isPositive();
        assertThat(result.getJsonObject("turnMillis").getJsonNumber("p50").doubleValue())
                .isPositive();
        assertThat(Files.readString(svg))
                .startsWith("<svg")
                .contains("<polyline")
                .endsWith("</svg>\n");
    }

    @Test
    void tellsEachTurnWithItsFirstRightFrameAndItsLast() throws Exception {
        Path turns = folder.resolve("turns");
        String script = "answered\nsay one of {call}, {turn}\n hear you said one\n whole you said you said one of 0, ";
        long before = System.nanoTime();
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            load(server, script, "--calls", "1", "--turns", turns.toString());
        }
        assertThat(said).contains("all replies right: yes");
        List<String> lines = Files.readAllLines(turns);
        // The first turns may come before it counts.
        long first = number(lines.getFirst(), 1);
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line).startsWith("0 " + (first + lines.indexOf(line)) + " ");
            assertThat(List.of(before, number(line, 2), number(line, 3), number(line, 4), System.nanoTime()))
                    .isSorted();
        });
    }

    private static long number(String line, int place) {
        return Long.parseLong(line.split(" ")[place]);
    }

    @Test
    void keepsToARateHoweverLongRepliesTake() throws Exception {
        Path json = folder.resolve("result.json");
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            load(server, SCRIPT, "--rate", "200", "--json", json.toString());
        }
        assertThat(said).contains("all replies right: yes");
        // 200 a second for half a second, however slow this machine is.
        assertThat(Json.object(Files.readString(json)).getInt("turns")).isBetween(99, 101);
    }

    @Test
    void thinksBetweenTurns() throws Exception {
        Path json = folder.resolve("result.json");
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            load(server, SCRIPT, "--think", "0.1", "--json", json.toString());
        }
        // Three callers, five turns each and a few more or fewer.
        assertThat(Json.object(Files.readString(json)).getInt("turns")).isBetween(1, 40);
    }

    @Test
    void letsWhatArrivesGather() throws Exception {
        Path json = folder.resolve("result.json");
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            load(server, SCRIPT, "--calls", "3", "--gather", "20000", "--json", json.toString());
        }
        assertThat(said).contains("all replies right: yes", "looking every 20000 µs");
        JsonObject result = Json.object(Files.readString(json));
        assertThat(result.getInt("gatherMicros")).isEqualTo(20_000);
        assertThat(result.getJsonObject("turnMillis").getJsonNumber("p50").doubleValue())
                .isGreaterThan(19);
    }

    @Test
    void sendsTheCarriersEvents() throws Exception {
        Set<String> events = ConcurrentHashMap.newKeySet();
        BiConsumer<ScriptedSession, JsonObject> server = (session, frame) -> {
            if (frame.getString("type").equals("info")) {
                events.add(frame.getString("name") + " " + frame.getString("value"));
            }
            right(session, frame);
        };
        try (ScriptedServer scripted = ScriptedServer.start(server)) {
            load(scripted, SCRIPT, "--events");
        }
        assertThat(status).isZero();
        assertThat(events)
                .contains("clientSpeaking on", "clientSpeaking off", "agentSpeaking on", "tokensPlayed welcome");
    }

    @Test
    void followsACallToItsEndAndMakesAnother() throws Exception {
        String script = "answered\n hear welcome\nsay goodbye\n hear you said goodbye\n ended\n";
        BiConsumer<ScriptedSession, JsonObject> server = (session, frame) -> {
            right(session, frame);
            if (frame.getString("type").equals("prompt")) {
                session.end("{}");
            }
        };
        try (ScriptedServer scripted = ScriptedServer.start(server)) {
            load(scripted, script, "--calls", "2");
            assertThat(scripted.requests("/ended")).hasSizeGreaterThan(2);
        }
        assertThat(said).contains("all replies right: yes");
    }

    @Test
    void losesSocketsAndComesBackByTheAction() throws Exception {
        Path json = folder.resolve("result.json");
        try (ScriptedServer scripted = ScriptedServer.start(LoadGeneratorTest::right)) {
            scripted.page("/ended", request -> scripted.connect(""));
            load(scripted, SCRIPT, "--calls", "2", "--lose", "1", "--json", json.toString());
            // Each twice, and not a third time.
            assertThat(scripted.requests("/ended"))
                    .hasSize(4)
                    .allSatisfy(request -> assertThat(request.form())
                            .containsEntry("SessionStatus", "failed")
                            .containsEntry("CallStatus", "in-progress"));
        }
        assertThat(said).contains("all replies right: yes", "(4 times)");
        assertThat(Json.object(Files.readString(json)).getInt("connected")).isEqualTo(2);
    }

    @Test
    void signsItsRequests() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            load(server, SCRIPT, Map.of("TWILIO_AUTH_TOKEN", "secret", "DOMAIN", "phone.example.net"), "--calls", "1");
            var handshake = server.requests("/ws").getFirst();
            // The scripted server names itself in its TwiML, and that is what is signed.
            assertThat(handshake.headers().get(TwilioSignature.HEADER))
                    .isEqualTo(TwilioSignature.of(
                            "secret", "wss://" + server.address().getAuthority() + "/ws"));
            assertThat(server.requests("/twiml").getFirst().headers())
                    .containsEntry("X-Forwarded-Host", "phone.example.net")
                    .containsKey(TwilioSignature.HEADER);
        }
    }

    @Test
    void findsWrongReplies() throws Exception {
        wrong((session, frame) -> session.token("good morning", true), "a wrong reply", "good morning");
        wrong(
                (session, frame) -> {
                    right(session, frame);
                    session.token("and more", true);
                },
                "words that nobody asked for",
                "and more");
        wrong((session, frame) -> session.end("{}"), "an end that nobody asked for");
        wrong((session, frame) -> session.raw("{\"type\":\"error\"}"), "a frame that Twilio does not take");
        wrong((session, frame) -> session.raw("oops"), "a frame that Twilio does not take", "oops");
        wrong((session, frame) -> session.vanish(), "a socket that was lost");
        wrong((session, frame) -> {}, "no answer in time");
    }

    @Test
    void findsRepliesThatAreNotWhole() throws Exception {
        String script = "answered\nsay one\n hear you said one\n whole you said you said one\n";
        BiConsumer<ScriptedSession, JsonObject> trimmed = (session, frame) ->
                session.token(frame.getString("type").equals("prompt") ? "you said one" : "welcome", true);
        try (ScriptedServer server = ScriptedServer.start(trimmed)) {
            load(server, script, "--calls", "1");
        }
        assertThat(said).contains("1 times a reply that is not whole", "all replies right: NO");
    }

    private void wrong(BiConsumer<ScriptedSession, JsonObject> server, String... expected) throws Exception {
        try (ScriptedServer scripted = ScriptedServer.start(server)) {
            load(scripted, SCRIPT, "--calls", "1", "--patience", "0.3", "--think", "5");
        }
        assertThat(status).isEqualTo(LoadGenerator.WRONG);
        assertThat(said).contains(expected).contains("all replies right: NO");
    }

    @Test
    void tellsOfCallsThatAreNotTaken() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(LoadGeneratorTest::right)) {
            server.page("/twiml", request -> "<Response><Reject/></Response>");
            load(server, SCRIPT);
            assertThat(said).contains("3 times a call that was not taken", "<Reject/>");
            server.page("/twiml", request -> null);
            load(server, SCRIPT);
            assertThat(said).contains("3 times a request that was refused", "status 403");
        }
        assertThat(status).isEqualTo(LoadGenerator.WRONG);
    }

    @Test
    void refusesWhatIsNotMeant() {
        assertThat(refused("--server", "http://203.0.113.9")).contains("not this machine", "--allow-remote");
        assertThat(refused("--server", "https://localhost")).contains("--server needs a URL such as http://");
        assertThat(refused("--calls", "10001")).contains("--calls goes from 1 to 10000");
        assertThat(refused("--calls")).contains("--calls needs a value");
        assertThat(refused("--think", "soon")).contains("--think needs a number");
        assertThat(refused("--rate", "5", "--think", "1")).contains("not both");
        assertThat(refused("--script", "no-such-file")).contains("No script \"no-such-file\"");
        assertThat(refused("--fast")).contains("What is \"--fast\"?");
    }

    private String refused(String... args) {
        run(Map.of(), args);
        assertThat(status).isEqualTo(LoadGenerator.USAGE);
        return said;
    }

    private void load(ScriptedServer server, String script, String... more) throws Exception {
        load(server, script, Map.of(), more);
    }

    private void load(ScriptedServer server, String script, Map<String, String> environment, String... more)
            throws Exception {
        Path file = Files.writeString(folder.resolve("script"), script);
        List<String> args = new ArrayList<>(List.of(
                "--server",
                server.address().toString(),
                "--script",
                file.toString(),
                "--calls",
                "3",
                "--warm-up",
                "0",
                "--seconds",
                "0.5"));
        args.addAll(List.of(more));
        run(environment, args.toArray(String[]::new));
    }

    private void run(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        status = LoadGenerator.run(args, environment, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
    }

    private static void right(ScriptedSession session, JsonObject frame) {
        switch (frame.getString("type")) {
            case "setup" -> session.token("welcome", true);
            case "prompt" -> {
                session.token("you said ", false);
                session.token("you said " + frame.getString("voicePrompt"), true);
            }
            case "dtmf" -> session.token("key " + frame.getString("digit"), true);
            default -> {}
        }
    }
}
