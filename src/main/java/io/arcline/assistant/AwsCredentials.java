package io.arcline.assistant;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of the role that an ECS task runs under, fetched from the container's own endpoint and again before they expire; or those of the
 * environment. Thread-safe; blocks for some seconds at the most.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">Container credentials</a>
 */
final class AwsCredentials {
    private static final String ECS = "http://169.254.170.2";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final HttpClient client;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Keys fetched;

    /** @param sessionToken "" where there is none */
    record Keys(String id, String secret, String sessionToken, Instant expires) {
        @Override
        public String toString() {
            return "Keys[" + id + "]";
        }
    }

    AwsCredentials(HttpClient client, Map<String, String> environment, InstantSource clock) {
        this.client = client;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** @throws ModelFailedException where there are none */
    Keys get() {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        if (!id.isEmpty()) {
            return new Keys(
                    id,
                    environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""),
                    environment.getOrDefault("AWS_SESSION_TOKEN", ""),
                    Instant.MAX);
        }
        Keys now = fetched;
        if (now != null && clock.instant().isBefore(now.expires().minus(RENEWED_BEFORE))) {
            return now;
        }
        fetching.lock();
        try {
            if (fetched == now) {
                fetched = fetch();
            }
            return fetched;
        } catch (IOException | JsonException | IllegalArgumentException | NullPointerException failed) {
            if (now != null && clock.instant().isBefore(now.expires())) {
                return now;
            }
            throw new ModelFailedException("has no keys: " + failed.getClass().getSimpleName(), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ModelFailedException("was stopped", stopping);
        } finally {
            fetching.unlock();
        }
    }

    private Keys fetch() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint()).timeout(PATIENCE);
        String tokenFile = environment.getOrDefault("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "");
        String token = tokenFile.isEmpty()
                ? environment.getOrDefault("AWS_CONTAINER_AUTHORIZATION_TOKEN", "")
                : Files.readString(Path.of(tokenFile)).strip();
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject keys = reader.readObject();
            return new Keys(
                    keys.getString("AccessKeyId"),
                    keys.getString("SecretAccessKey"),
                    keys.getString("Token", ""),
                    Instant.parse(keys.getString("Expiration")));
        } catch (java.time.format.DateTimeParseException senseless) {
            throw new IOException(senseless);
        }
    }

    private URI endpoint() throws IOException {
        String relative = environment.getOrDefault("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "");
        String full = environment.getOrDefault("AWS_CONTAINER_CREDENTIALS_FULL_URI", "");
        if (relative.isEmpty() && full.isEmpty()) {
            throw new IOException("no task role");
        }
        return URI.create(relative.isEmpty() ? full : ECS + relative);
    }
}
