package io.arcline.standin;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Twilio's REST API for messages: takes them, lists them, and fails as a test says. */
public final class TwilioStandIn extends HttpStandIn {
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", java.util.Locale.ENGLISH);
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Deque<Behaviour> next = new ArrayDeque<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final AtomicInteger posts = new AtomicInteger();

    /** What it does with a message. */
    public enum Behaviour {
        ACCEPT,
        /** Accepts it, and answers 503. */
        ACCEPT_AND_ANSWER_503,
        /** Accepts it, and closes the connection without an answer. */
        ACCEPT_AND_HANG_UP,
        /** Answers 503 and has not taken it. */
        ANSWER_503
    }

    /** A message that was accepted. */
    public record Taken(String sid, String from, String to, String body, String statusCallback, ZonedDateTime at) {}

    /** Refuses messages to a number with one of Twilio's errors. */
    public void refuses(String number, int error) {
        refused.put(number, error);
    }

    /** What it does with the next messages, one each; accepts those after them. */
    public synchronized void does(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    /** The messages that it has accepted. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How many requests to send one it has seen. */
    public int posts() {
        return posts.get();
    }

    /** What clients are given as the API's address. */
    public URI base() {
        return uri("");
    }

    @Override
    void handle(HttpConnection.Request request, HttpConnection connection) throws IOException {
        if (!request.headers().getOrDefault("authorization", "").startsWith("Basic ")
                || !request.path().matches("/2010-04-01/Accounts/AC[0-9a-f]{32}/Messages\\.json.*")) {
            connection.answer(401, "application/json", error(20003, 401));
        } else if (request.method().equals("POST")) {
            posts.incrementAndGet();
            take(form(request.text()), connection);
        } else {
            int query = request.path().indexOf('?');
            list(form(query < 0 ? "" : request.path().substring(query + 1)), connection);
        }
    }

    private void take(Map<String, String> form, HttpConnection connection) throws IOException {
        Integer error = refused.get(form.get("To"));
        if (form.getOrDefault("Body", "").length() > 1_600) {
            error = 21617;
        }
        if (error != null) {
            connection.answer(400, "application/json", error(error, 400));
            return;
        }
        Behaviour behaviour;
        synchronized (this) {
            behaviour = next.isEmpty() ? Behaviour.ACCEPT : next.poll();
        }
        Taken message = new Taken(
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                form.get("From"),
                form.get("To"),
                form.get("Body"),
                form.getOrDefault("StatusCallback", ""),
                ZonedDateTime.now(ZoneOffset.UTC));
        if (behaviour != Behaviour.ANSWER_503) {
            taken.add(message);
        }
        switch (behaviour) {
            case ACCEPT -> connection.answer(201, "application/json", json(message));
            case ACCEPT_AND_ANSWER_503, ANSWER_503 -> connection.answer(503, "application/json", error(20503, 503));
            case ACCEPT_AND_HANG_UP -> connection.close();
        }
    }

    private void list(Map<String, String> filter, HttpConnection connection) throws IOException {
        String all = taken.reversed().stream()
                .filter(message -> filter.getOrDefault("To", message.to()).equals(message.to()))
                .filter(message -> filter.getOrDefault("From", message.from()).equals(message.from()))
                .map(TwilioStandIn::json)
                .collect(java.util.stream.Collectors.joining(","));
        connection.answer(
                200,
                "application/json",
                "{\"messages\":[" + all
                        + "],\"page\":0,\"page_size\":50,\"start\":0,\"end\":0,\"first_page_uri\":\"/x\",\"next_page_uri\":null,"
                        + "\"previous_page_uri\":null,\"uri\":\"/x\"}");
    }

    private static String json(Taken message) {
        return io.arcline.faketwilio.wire.Json.object()
                .add("sid", message.sid())
                .add("account_sid", "AC00000000000000000000000000000000")
                .add("from", message.from())
                .add("to", message.to())
                .add("body", message.body())
                .add("status", "queued")
                .add("direction", "outbound-api")
                .add("date_created", RFC_2822.format(message.at()))
                .build()
                .toString();
    }

    private static String error(int code, int status) {
        return "{\"code\":" + code + ",\"message\":\"no\",\"more_info\":\"https://www.twilio.com/docs/errors/" + code
                + "\",\"status\":" + status + "}";
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
