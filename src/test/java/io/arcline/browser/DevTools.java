package io.arcline.browser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The browser's DevTools protocol over its WebSocket: calls with their answers, events by session. Thread-safe. */
final class DevTools implements WebSocket.Listener {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonObject>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final StringBuilder arriving = new StringBuilder();
    private WebSocket socket;

    private DevTools() {}

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools)
                .join();
        return tools;
    }

    /** Events of a session, by name, on the thread that reads. */
    void listen(String session, BiConsumer<String, JsonObject> listener) {
        listeners.put(session, listener);
    }

    /** Calls a method and returns its result; {@code session} is null for the browser itself. */
    JsonObject call(String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        var message = Json.createObjectBuilder()
                .add("id", id)
                .add("method", method)
                .add("params", Json.createObjectBuilder(parameters));
        if (session != null) {
            message.add("sessionId", session);
        }
        String text = message.build().toString();
        try {
            synchronized (this) {
                socket.sendText(text, true).get(ANSWER.toSeconds(), TimeUnit.SECONDS);
            }
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(method + ": " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        arriving.append(data);
        if (last) {
            String text = arriving.toString();
            arriving.setLength(0);
            take(Json.createReader(new StringReader(text)).readObject());
        }
        from.request(1);
        return null;
    }

    private void take(JsonObject message) {
        if (!message.containsKey("id")) {
            BiConsumer<String, JsonObject> listener = listeners.get(message.getString("sessionId", ""));
            if (listener != null) {
                listener.accept(message.getString("method"), message.getJsonObject("params"));
            }
            return;
        }
        CompletableFuture<JsonObject> answer = asked.remove(message.getInt("id"));
        if (message.containsKey("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(message.getJsonObject("error").toString()));
        } else {
            answer.complete(message.getJsonObject("result"));
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        asked.values().forEach(answer -> answer.completeExceptionally(error));
    }
}
