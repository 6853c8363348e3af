package io.arcline.faketwilio.replay;

import io.arcline.faketwilio.webhook.Form;
import io.arcline.faketwilio.wire.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;

/**
 * A call as it went over the wire, in order.
 *
 * @param events every line of the recording
 */
public record RecordedCall(List<RecordedEvent> events) {
    public RecordedCall {
        events = List.copyOf(events);
    }

    /**
     * Reads a recording: one JSON object a line, {@code dir} telling what it is. Closes the stream.
     *
     * @throws jakarta.json.JsonException when a line is not JSON
     * @throws IllegalArgumentException when a line is of no known kind
     */
    public static RecordedCall read(InputStream jsonLines) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(jsonLines, StandardCharsets.UTF_8))) {
            return new RecordedCall(lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(Json::object)
                    .map(RecordedCall::event)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a recording of the class path, such as {@code /wire/socket-drop.jsonl}. */
    public static RecordedCall resource(String name) {
        InputStream stream = RecordedCall.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("no recording " + name);
        }
        return read(stream);
    }

    /** The frames that Twilio sent in a session, counted from 1. */
    public List<JsonObject> in(int session) {
        return events.stream()
                .<JsonObject>mapMulti((event, sink) -> {
                    if (event instanceof RecordedEvent.In in && in.session() == session) {
                        sink.accept(in.frame());
                    }
                })
                .toList();
    }

    /** The frames that the server sent in a session, counted from 1. */
    public List<JsonObject> out(int session) {
        return events.stream()
                .<JsonObject>mapMulti((event, sink) -> {
                    if (event instanceof RecordedEvent.Out out && out.session() == session) {
                        sink.accept(out.frame());
                    }
                })
                .toList();
    }

    private static RecordedEvent event(JsonObject line) {
        long ms = line.getJsonNumber("ms").longValue();
        String dir = line.getString("dir");
        return switch (dir) {
            case "http" ->
                line.containsKey("form")
                        ? new RecordedEvent.Webhook(ms, line.getString("path"), form(line.getJsonObject("form")))
                        : new RecordedEvent.Answered(ms, line.getString("path"), line.getString("response"));
            case "ws" -> socket(ms, line);
            case "in" -> new RecordedEvent.In(ms, line.getInt("session"), line.getJsonObject("frame"));
            case "out" -> new RecordedEvent.Out(ms, line.getInt("session"), line.getJsonObject("frame"));
            case "note" -> new RecordedEvent.Note(ms, line.getString("note"));
            default -> throw new IllegalArgumentException("a recorded line of the kind " + dir);
        };
    }

    private static RecordedEvent socket(long ms, JsonObject line) {
        return switch (line.getString("event")) {
            case "handshake" -> new RecordedEvent.Handshake(ms, line.getJsonObject("headers"));
            case "open" -> new RecordedEvent.Open(ms);
            case "close" ->
                new RecordedEvent.Closed(ms, line.getInt("session"), line.getInt("code"), line.getString("reason"));
            default -> throw new IllegalArgumentException("a recorded socket event " + line.getString("event"));
        };
    }

    private static Form form(JsonObject json) {
        return new Form(json.entrySet().stream()
                .<Map.Entry<String, String>>map(field ->
                        new AbstractMap.SimpleEntry<>(field.getKey(), ((JsonString) field.getValue()).getString()))
                .toList());
    }
}
