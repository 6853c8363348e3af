package io.arcline.assistant;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** Any model behind OpenAI's chat completions, streamed; Perplexity's and many others' are the same. Thread-safe. */
final class OpenAiModel implements LanguageModel {
    private static final String DONE = "[DONE]";
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final HttpClient client;
    private final HttpRequest.Builder request;
    private final String model;

    /**
     * @param base where {@code /chat/completions} is found
     * @param key sent as a bearer token, unless it is empty
     */
    OpenAiModel(HttpClient client, URI base, Optional<String> key, String model) {
        this.client = client;
        this.request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + "/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        this.model = model;
    }

    @Override
    public void write(Prompt prompt, Reader reader) {
        HttpRequest asking = request.copy()
                .POST(HttpRequest.BodyPublishers.ofString(question(prompt)))
                .build();
        SseReader events = new SseReader();
        new StreamedAnswer(client, reader)
                .read(asking, bytes -> events.read(bytes, data -> !data.equals(DONE) && goesOn(data, reader)));
    }

    private String question(Prompt prompt) {
        return Json.createObjectBuilder()
                .add("model", model)
                .add("temperature", prompt.temperature())
                .add("max_tokens", prompt.tokens())
                .add("stream", true)
                .add(
                        "messages",
                        Json.createArrayBuilder()
                                .add(message("system", prompt.instructions()))
                                .add(message("user", prompt.data())))
                .build()
                .toString();
    }

    private static JsonObject message(String role, String content) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("content", content)
                .build();
    }

    /** Takes one chunk: what was written since the one before, or why it ends. */
    private static boolean goesOn(String data, Reader reader) {
        try (JsonReader json = READERS.createReader(new StringReader(data))) {
            JsonObject chunk = json.readObject();
            if (chunk.containsKey("error")) {
                throw new ModelFailedException("sent an error", null);
            }
            JsonArray choices = chunk.getJsonArray("choices");
            if (choices == null || choices.isEmpty()) {
                return true;
            }
            JsonObject choice = choices.getJsonObject(0);
            JsonValue delta = choice.get("delta");
            String token = delta instanceof JsonObject some && some.get("content") instanceof JsonString content
                    ? content.getString()
                    : "";
            boolean more = token.isEmpty() || reader.take(token);
            return more && !(choice.get("finish_reason") instanceof JsonString);
        } catch (JsonException | ClassCastException | IllegalStateException senseless) {
            throw new ModelFailedException("sent what makes no sense", senseless);
        }
    }
}
