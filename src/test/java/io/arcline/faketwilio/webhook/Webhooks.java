package io.arcline.faketwilio.webhook;

import io.arcline.faketwilio.callers.Callers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes signed requests as Twilio does, with its time limits: 5 s to connect, 15 s in all. Thread-safe. */
public final class Webhooks implements AutoCloseable {
    private final RequestHeaders headers;
    private final ServerAddress address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Webhooks(Account account, ServerAddress address) {
        this.headers = new RequestHeaders(account, address);
        this.address = address;
    }

    /**
     * Asks a URL and waits for the answer.
     *
     * @param method {@code GET}, which carries the form in the query, or {@code POST}
     * @param publicUrl absolute; its fragment (Twilio's connection overrides) is neither sent nor signed
     * @throws IOException when there is no answer in time
     */
    public Answer call(String method, String publicUrl, Form form) throws IOException {
        form.value("Body").ifPresent(Callers::said);
        form.value("CurrentInput").ifPresent(Callers::said);
        form.value("From").ifPresent(Callers::calledFrom);
        int hash = publicUrl.indexOf('#');
        String url = hash < 0 ? publicUrl : publicUrl.substring(0, hash);
        HttpRequest.Builder request;
        if ("GET".equals(method)) {
            url += (url.indexOf('?') < 0 ? "?" : "&") + form.encoded();
            request = HttpRequest.newBuilder(address.reach(url)).GET();
            headers.of(url, Form.of()).forEach(request::header);
        } else {
            request = HttpRequest.newBuilder(address.reach(url)).POST(BodyPublishers.ofString(form.encoded()));
            request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
            headers.of(url, form).forEach(request::header);
        }
        request.header("User-Agent", "TwilioProxy/1.1").header("Accept", "*/*");
        request.header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString());
        return send(url, request.timeout(Duration.ofSeconds(15)).build());
    }

    private Answer send(String url, HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(url, response.statusCode(), type, response.body());
        } catch (ConnectException e) {
            throw new IOException("11200: nobody answers at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + url, e);
        }
    }

    /** The headers of a WebSocket handshake to that URL, which is signed as it is written. */
    public Map<String, String> handshakeHeaders(String publicUrl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "gzip");
        headers.put("Cache-Control", "no-cache");
        headers.put("Pragma", "no-cache");
        headers.put("User-Agent", "Jetty/11.0.24");
        headers.putAll(this.headers.of(publicUrl, Form.of()));
        return headers;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
