package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.LineSettings;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** German, on request or because it is heard: in calls, and in the form without a socket. */
class LanguagesIT {
    private static final String SWITCH =
            "\"type\":\"language\",\"ttsLanguage\":\"de-DE\",\"transcriptionLanguage\":\"de-DE\"";
    private static LibertyServer server;
    private static FakeTwilio twilio;

    @BeforeAll
    static void start() {
        server = Servers.development();
        twilio = FakeTwilio.to(server.uri("/")).line(LineSettings.instant()).start();
    }

    @AfterAll
    static void stop() {
        twilio.close();
    }

    @Test
    void theTwimlNamesGermanWithTheSameVoice() {
        assertThat(server.get("/twiml").body().replaceAll("(?s).*(<Language .*?/>).*", "$1"))
                .contains("code=\"de-DE\"", "ttsProvider=\"ElevenLabs\"", "voice=\"1hlpeD1ydbI2ow0Tt3EW\"")
                .contains("transcriptionProvider=\"Deepgram\"", "speechModel=\"nova-3-general\"");
    }

    @Test
    void onRequestTheCarrierIsToldAndTheWholeCallGoesOnInGerman() {
        FakeCall call = twilio.dial("+15550100011");
        call.awaitReply();
        call.say("Deutsch, bitte");
        assertThat(call.awaitAnswer().text()).contains("Deutsch. Verstanden.");
        assertThat(call.transcript().received()).anyMatch(frame -> frame.contains(SWITCH));
        call.say("Extraktion bitte");
        assertThat(Wordings.of("de", "extraction\\.ask").in(call.awaitAnswer().text()))
                .isTrue();
        assertThat(call.transcript().sent())
                .anyMatch(frame -> frame.contains("Extraktion bitte") && frame.contains("\"lang\":\"de-DE\""));
        call.say("auf Wiederhören");
        assertThat(call.awaitEnd().proper()).as(call.toString()).isTrue();
        assertThat(call.violations()).isEmpty();
    }

    @Test
    void aCallerWhoIsHeardInGermanIsAnsweredInGerman() {
        FakeCall call = twilio.dial("+15550100012");
        call.awaitReply();
        call.sendRaw("{\"type\":\"prompt\",\"voicePrompt\":\"Beute\",\"lang\":\"de-DE\",\"last\":true}");
        assertThat(Wordings.of("de", "loot\\.ask").in(call.awaitAnswer().text()))
                .isTrue();
        assertThat(call.transcript().received()).anyMatch(frame -> frame.contains(SWITCH));
        call.say("English please");
        assertThat(call.awaitAnswer().text()).contains("English. Copy that.");
        call.hangUp();
        call.awaitEnd();
    }

    @Test
    void theFormWithoutASocketRemembersTheLanguage() throws Exception {
        JsonObject greeting = turn("", "");
        JsonObject switched = turn("Deutsch, bitte", memory(greeting));
        assertThat(said(switched)).contains("Deutsch. Verstanden.");
        assertThat(Wordings.of("de", "loot\\.ask").in(said(turn("Beute", memory(switched)))))
                .isTrue();
    }

    private static JsonObject turn(String input, String memory) throws IOException, InterruptedException {
        String form = "ConversationSid=CHlanguage&CurrentInput=" + encoded(input) + "&Memory=" + encoded(memory);
        HttpRequest request = HttpRequest.newBuilder(server.uri("/api/twilio/conversation/webhook"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Json.object(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private static String said(JsonObject turn) {
        return turn.getJsonArray("actions").getJsonObject(0).getString("say");
    }

    private static String memory(JsonObject turn) {
        return turn.getJsonArray("actions")
                .getJsonObject(2)
                .getJsonObject("remember")
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
