package io.arcline.assistant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A language model's stand-in on loopback that speaks OpenAI's chat completions, streamed: refuses what such a server refuses, and
 * answers what a test says.
 */
public final class ChatStandIn implements AutoCloseable {
    /** The answer that never comes. */
    public static final String HANG = "hang";

    /** The answer of a server that is out of order. */
    public static final String BREAK = "break";

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final String key;
    private final Function<String, String> answers;

    /**
     * @param key that requests must bring
     * @param answers from what the caller said to what the model writes
     */
    public ChatStandIn(String key, Function<String, String> answers) throws IOException {
        this(HttpServer.create(anyPort(), 0), "http", key, answers);
    }

    /** The same over TLS. */
    public ChatStandIn(SSLContext context, String key, Function<String, String> answers) throws IOException {
        this(secure(context), "https", key, answers);
    }

    private ChatStandIn(HttpServer server, String scheme, String key, Function<String, String> answers) {
        this.server = server;
        this.scheme = scheme;
        this.key = key;
        this.answers = answers;
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    private static HttpServer secure(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** What clients are given as the base. */
    public URI base() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/v1");
    }

    /** The requests so far, as they were understood. */
    public List<JsonObject> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonObject request =
                    Json.object(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            List<String> roles = request.getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                    .map(message -> message.getString("role"))
                    .toList();
            if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
            } else if (request.getString("model").isBlank() || !roles.equals(List.of("system", "user"))) {
                send(exchange, 400, "{\"error\":{\"message\":\"bad request\"}}");
            } else {
                write(exchange, answers.apply(utterance(request)));
            }
        }
    }

    private void write(HttpExchange exchange, String answer) throws IOException {
        if (answer.equals(HANG)) {
            try {
                closing.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        } else if (answer.equals(BREAK)) {
            send(exchange, 500, "{\"error\":{\"message\":\"The server had an error\"}}");
        } else {
            JsonObject delta = Json.object().add("content", answer).build();
            send(
                    exchange,
                    200,
                    "data: {\"choices\":[{\"index\":0,\"delta\":" + delta
                            + ",\"finish_reason\":null}]}\n\n"
                            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                            + "data: [DONE]\n\n");
        }
    }

    private static String utterance(JsonObject request) {
        String user = request.getJsonArray("messages").getJsonObject(1).getString("content");
        return Json.object(user).getString("utterance");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", status == 200 ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
