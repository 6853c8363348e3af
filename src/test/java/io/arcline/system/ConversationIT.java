package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.callers.Callers;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stateless form of the dialog: one request a turn, and the state travels in Memory. */
class ConversationIT {

    @Test
    void aReportIsTakenOverThreeRequestsAndIsInTheTable() throws Exception {
        String report = "Stateless: a Hornet over Blue Gate, done and dusted.";
        JsonArray greeting = turn("CH1", "", "");
        assertThat(said(greeting)).contains("extraction");
        JsonArray asked = turn("CH1", "submit intel", remembered(greeting));
        assertThat(asked.getJsonObject(1).getBoolean("listen")).isTrue();
        JsonArray stored = turn("CH1", report, remembered(asked));
        assertThat(said(stored)).containsAnyOf("logged");
        try (var database = Servers.development().database();
                var statement = database.prepareStatement("select count(*) from intel where content = ?")) {
            statement.setString(1, report);
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
        JsonArray goodbye = turn("CH1", "goodbye", remembered(stored));
        assertThat(goodbye).noneMatch(action -> action.asJsonObject().containsKey("listen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "[]",
                "{\"arcline\":7}",
                "{\"arcline\":{\"hotline\":\"NOWHERE\"}}",
                "{\"arcline\":{\"hotline\":\"MENU\",\"step\":\"CHOOSING\",\"turns\":-1}}",
                "{\"arcline\":{}} trailing",
                "{\"arcline\":{\"turns\":1e999999999}}"
            })
    void aMemoryThatMakesNoSenseBeginsAnew(String memory) throws Exception {
        assertThat(said(turn("CH2", "loot", memory))).contains("extraction");
    }

    private static JsonArray turn(String conversation, String input, String memory) throws IOException {
        Callers.said(input);
        String form = Map.of(
                        "ConversationSid", conversation,
                        "CurrentInput", input,
                        "CurrentInputType", "voice",
                        "CurrentTask", "greeting",
                        "Memory", memory)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(Servers.development().uri("/api/twilio/conversation/webhook"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject().getJsonArray("actions");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String said(JsonArray actions) {
        return actions.getJsonObject(0).getString("say");
    }

    private static String remembered(JsonArray actions) {
        JsonObject last = actions.getJsonObject(actions.size() - 1);
        return last.getJsonObject("remember").toString();
    }
}
