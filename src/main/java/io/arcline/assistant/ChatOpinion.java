package io.arcline.assistant;

import io.arcline.hotline.errand.ErrandFailedException;
import io.arcline.hotline.errand.SecondOpinion;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a language model behind OpenAI's chat completions, with one request that is not streamed. Answers within 700 ms, or
 * not at all; so it does while too many others are waiting. Of what the model writes only one of the names counts. Thread-safe.
 */
public final class ChatOpinion implements SecondOpinion {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_TOKENS = 16;
    private static final String NAMES = "{names}";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final HttpRequest.Builder request;
    private final String model;
    private final String instructions;

    /**
     * @param base where {@code /chat/completions} is found
     * @param key sent as a bearer token, unless it is empty
     */
    public ChatOpinion(URI base, Optional<String> key, String model) {
        String url = base.toString().replaceAll("/+$", "") + "/chat/completions";
        this.request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        this.model = model;
        this.instructions = instructions();
    }

    @Override
    public Optional<String> of(String utterance, List<String> names) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        HttpRequest asking = request.copy()
                .POST(HttpRequest.BodyPublishers.ofString(question(utterance, names)))
                .build();
        CompletableFuture<HttpResponse<String>> answering =
                client.sendAsync(asking, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = answering.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new ErrandFailedException("the assistant answered " + answer.statusCode(), null);
            }
            return name(answer.body(), names);
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof HttpTimeoutException) {
                return Optional.empty();
            }
            throw new ErrandFailedException(
                    "the assistant: " + failed.getCause().getClass().getSimpleName(), failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            answering.cancel(true);
            free.release();
        }
    }

    /** The caller's words are a string in JSON: whatever they say, they end where the string ends. */
    private String question(String utterance, List<String> names) {
        String words =
                Json.createObjectBuilder().add("utterance", utterance).build().toString();
        return Json.createObjectBuilder()
                .add("model", model)
                .add("temperature", 0)
                .add("max_tokens", MOST_TOKENS)
                .add("stream", false)
                .add(
                        "messages",
                        Json.createArrayBuilder()
                                .add(message("system", instructions.replace(NAMES, String.join(", ", names))))
                                .add(message("user", words)))
                .build()
                .toString();
    }

    private static JsonObject message(String role, String content) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("content", content)
                .build();
    }

    /** The name that the answer is, and nothing else than that. */
    private static Optional<String> name(String body, List<String> names) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            String content = reader.readObject()
                    .getJsonArray("choices")
                    .getJsonObject(0)
                    .getJsonObject("message")
                    .getString("content");
            return Optional.of(content.strip().toLowerCase(Locale.ROOT)).filter(names::contains);
        } catch (JsonException | NullPointerException | ClassCastException | IndexOutOfBoundsException senseless) {
            return Optional.empty();
        }
    }

    private static String instructions() {
        try (InputStream in = ChatOpinion.class.getResourceAsStream("second-opinion.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
