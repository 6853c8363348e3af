package io.arcline.faketwilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.scripted.ScriptedServer;
import io.arcline.faketwilio.scripted.ScriptedSession;
import io.arcline.faketwilio.webhook.ServerAddress;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalPhoneTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private static void hotline(ScriptedSession session, JsonObject frame) {
        switch (frame.getString("type")) {
            case "setup" -> session.reply("Shani here. One for extraction, two for loot.");
            case "prompt" -> {
                session.reply(frame.getString("voicePrompt").equals("goodbye") ? "Stay safe." : "Say again?");
            }
            case "dtmf" -> session.reply("What are you looking for?");
            case "info" -> {
                if (frame.getString("value").endsWith(" safe.")) {
                    session.end("{}");
                }
            }
            default -> {}
        }
    }

    private int call(ScriptedServer server, String script, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "--server";
        args[1] = server.address().toString();
        args[2] = "--patience";
        args[3] = "2";
        System.arraycopy(more, 0, args, 4, more.length);
        return TerminalPhone.run(
                args,
                Map.of(),
                new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                false);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void followsAScriptToTheHotlinesEnd() {
        try (ScriptedServer server = ScriptedServer.start(TerminalPhoneTest::hotline)) {
            assertThat(call(server, "#2\nwhere is the spring\ngoodbye\n")).isZero();
            assertThat(shown()).isEqualToNormalizingNewlines("""
                    Shani: Shani here. One for extraction, two for loot.
                    > #2
                    Shani: What are you looking for?
                    > where is the spring
                    Shani: Say again?
                    > goodbye
                    Shani: Stay safe.
                    The hotline ended the call.
                    """);
        }
    }

    @Test
    void interruptsTheReplyToTheLineBefore() {
        try (ScriptedServer server = ScriptedServer.start(TerminalPhoneTest::hotline)) {
            assertThat(call(server, "#2\n!no, goodbye\ngoodbye\n")).isZero();
            assertThat(shown())
                    .contains("Shani: What are you looking for?\n> !no, goodbye\n(cut off)\nShani: Say again?\n");
        }
    }

    @Test
    void hangsUpWhenTheScriptIsOverFirst() {
        try (ScriptedServer server = ScriptedServer.start(TerminalPhoneTest::hotline)) {
            assertThat(call(server, "#2\n")).isEqualTo(TerminalPhone.HUNG_UP);
            assertThat(shown()).endsWith("hung up.\n");
            assertThat(server.requests("/ended").getFirst().form()).containsEntry("SessionStatus", "completed");
        }
    }

    @Test
    void failsWhenTheCallIsNotTakenOrNotAnswered() {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {})) {
            assertThat(call(server, "")).isEqualTo(TerminalPhone.IMPROPER);
            assertThat(shown()).contains("no reply within PT2S");
            server.page("/twiml", request -> null);
            assertThat(call(server, "hello\n")).isEqualTo(TerminalPhone.IMPROPER);
            assertThat(shown()).contains("answered 403");
        }
    }

    @Test
    void saysWhatIsWrongWithItsOptions() {
        try (ScriptedServer server = ScriptedServer.start((session, frame) -> {})) {
            assertThat(call(server, "", "--sped", "2")).isEqualTo(TerminalPhone.USAGE);
            assertThat(call(server, "", "--speed", "fast")).isEqualTo(TerminalPhone.USAGE);
            assertThat(shown()).contains("What is \"--sped\"?", "--speed needs a number, not \"fast\"");
        }
    }

    @Test
    void takesServerTokenAndPublicHostFromTheEnvironment() {
        Map<String, String> environment =
                Map.of("PORT", "18080", "TWILIO_AUTH_TOKEN", "secret", "DOMAIN", "phone.example.net");
        PhoneOptions options = PhoneOptions.of(new String[0], environment, true);

        assertThat(options.address().publicUrl("/twiml")).isEqualTo("https://phone.example.net/twiml");
        assertThat(options.address().reach("wss://phone.example.net/ws/t")).hasToString("ws://localhost:18080/ws/t");
        assertThat(options.account().authToken()).isEqualTo("secret");
        assertThat(options.interactive()).isTrue();
        assertThat(options.speed()).isEqualTo(1);
    }

    @Test
    void takesAPublicHostWithAPortAndAPrefixOrALoopbackOne() {
        ServerAddress prefixed = PhoneOptions.of(new String[0], Map.of("DOMAIN", "phone.example.net:8443/arc/"), false)
                .address();
        ServerAddress loopback = PhoneOptions.of(new String[0], Map.of("DOMAIN", "localhost:9000"), false)
                .address();

        assertThat(prefixed.publicUrl("/twiml")).isEqualTo("https://phone.example.net:8443/arc/twiml");
        assertThat(prefixed.reach("wss://phone.example.net:8443/arc/ws/t?q=%20"))
                .hasToString("ws://localhost:8080/ws/t?q=%20");
        assertThat(loopback.publicUrl("/twiml")).isEqualTo("http://localhost:9000/twiml");
    }

    @Test
    void takesAPlaceholderForNoPublicHost() {
        PhoneOptions options = PhoneOptions.of(new String[0], Map.of("DOMAIN", "placeholder"), false);

        assertThat(options.address().publicUrl("/twiml")).isEqualTo("http://localhost:8080/twiml");
        assertThat(options.account().authToken()).isNull();
        assertThat(options.speed()).isEqualTo(20);
    }
}
