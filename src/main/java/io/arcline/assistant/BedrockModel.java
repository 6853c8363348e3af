package io.arcline.assistant;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A model of Amazon Bedrock by the operation ConverseStream, with the task role's keys. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">ConverseStream</a>
 */
final class BedrockModel implements LanguageModel {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final StreamedAnswer answers;
    private final AwsCredentials credentials;
    private final SignatureV4 signature;
    private final URI uri;
    private final InstantSource clock;

    /** @param endpoint of the runtime, such as {@code https://bedrock-runtime.eu-central-1.amazonaws.com} */
    BedrockModel(
            StreamedAnswer answers,
            AwsCredentials credentials,
            String region,
            URI endpoint,
            String model,
            InstantSource clock) {
        this.answers = answers;
        this.credentials = credentials;
        this.signature = new SignatureV4(region, "bedrock");
        this.uri = URI.create(endpoint.toString().replaceAll("/+$", "") + "/model/"
                + URLEncoder.encode(model, StandardCharsets.UTF_8) + "/converse-stream");
        this.clock = clock;
    }

    @Override
    public void write(Prompt prompt, Reader reader) {
        byte[] body = question(prompt).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/vnd.amazon.eventstream");
        headers.putAll(signature.headers(credentials.get(), "POST", uri, body, clock.instant()));
        EventStreamReader events = new EventStreamReader();
        answers.read(
                new Exchange.Question(uri, headers, body),
                reader,
                (bytes, length) -> events.read(bytes, length, event -> goesOn(event, reader)));
    }

    private static String question(Prompt prompt) {
        JsonObject said = Json.createObjectBuilder()
                .add("role", "user")
                .add("content", Json.createArrayBuilder().add(text(prompt.data())))
                .build();
        return Json.createObjectBuilder()
                .add("system", Json.createArrayBuilder().add(text(prompt.instructions())))
                .add("messages", Json.createArrayBuilder().add(said))
                .add(
                        "inferenceConfig",
                        Json.createObjectBuilder()
                                .add("maxTokens", prompt.tokens())
                                .add("temperature", prompt.temperature()))
                .build()
                .toString();
    }

    private static JsonObject text(String text) {
        return Json.createObjectBuilder().add("text", text).build();
    }

    private static boolean goesOn(EventStreamReader.Message event, Reader reader) {
        if (!event.headers().getOrDefault(":message-type", "").equals("event")) {
            throw new ModelFailedException("sent " + event.headers().getOrDefault(":exception-type", "an error"), null);
        }
        return switch (event.headers().getOrDefault(":event-type", "")) {
            case "contentBlockDelta" -> reader.take(token(event.payload()));
            case "messageStop" -> false;
            default -> true;
        };
    }

    private static String token(String payload) {
        try (JsonReader json = READERS.createReader(new StringReader(payload))) {
            JsonObject delta = json.readObject().getJsonObject("delta");
            return delta != null && delta.get("text") instanceof JsonString text ? text.getString() : "";
        } catch (JsonException | ClassCastException | IllegalStateException senseless) {
            throw new ModelFailedException("sent what makes no sense", senseless);
        }
    }
}
