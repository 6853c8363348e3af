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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Any model behind OpenAI's chat completions, streamed; Perplexity's and many others' are the same. Thread-safe. */
final class OpenAiModel implements LanguageModel {
    private static final String DONE = "[DONE]";
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final StreamedAnswer answers;
    private final URI uri;
    private final Map<String, String> headers;
    private final String model;

    /**
     * @param base where {@code /chat/completions} is found
     * @param key sent as a bearer token, unless it is empty
     */
    OpenAiModel(StreamedAnswer answers, URI base, Optional<String> key, String model) {
        this.answers = answers;
        this.uri = URI.create(base.toString().replaceAll("/+$", "") + "/chat/completions");
        Map<String, String> all = new HashMap<>();
        all.put("Content-Type", "application/json");
        all.put("Accept", "text/event-stream");
        key.ifPresent(secret -> all.put("Authorization", "Bearer " + secret));
        this.headers = Map.copyOf(all);
        this.model = model;
    }

    @Override
    public void write(Prompt prompt, Reader reader) {
        byte[] question = question(prompt).getBytes(StandardCharsets.UTF_8);
        SseReader events = new SseReader();
        answers.read(
                new Exchange.Question(uri, headers, question),
                reader,
                (bytes, length) -> events.read(bytes, length, data -> !data.equals(DONE) && goesOn(data, reader)));
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
