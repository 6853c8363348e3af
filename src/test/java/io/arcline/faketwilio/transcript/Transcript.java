package io.arcline.faketwilio.transcript;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The events of one call with their times since it was dialled. Thread-safe; keeps the newest events of a long call.
 */
public final class Transcript {
    private static final int KEPT = 5_000;

    private final long start = System.nanoTime();
    private final Deque<Line> lines = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();
    private final Consumer<CallEvent> listener;

    /**
     * @param listener told of each event at once, in order, on whatever thread it happened; must be quick
     */
    public Transcript(Consumer<CallEvent> listener) {
        this.listener = listener;
    }

    /** Writes an event down. */
    public synchronized void add(CallEvent event) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.addLast(new Line(Duration.ofNanos(System.nanoTime() - start), event));
        if (event instanceof CallEvent.Violation violation) {
            violations.add(violation.what());
        }
        listener.accept(event);
    }

    /** What there is so far. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Every violation so far, in order. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** The frames that the server sent, verbatim, as far as they are kept. */
    public List<String> received() {
        return lines().stream()
                .map(Line::event)
                .<String>mapMulti((event, sink) -> {
                    if (event instanceof CallEvent.Received received) {
                        sink.accept(received.frame());
                    }
                })
                .toList();
    }

    /** The frames that Twilio sent, verbatim, as far as they are kept. */
    public List<String> sent() {
        return lines().stream()
                .map(Line::event)
                .<String>mapMulti((event, sink) -> {
                    if (event instanceof CallEvent.Sent sent) {
                        sink.accept(sent.frame());
                    }
                })
                .toList();
    }

    /** One line for each event, for people. */
    @Override
    public String toString() {
        return lines().stream().map(Line::toString).collect(Collectors.joining("\n"));
    }

    /**
     * An event and when it happened.
     *
     * @param at since the call was dialled
     */
    public record Line(Duration at, CallEvent event) {
        @Override
        public String toString() {
            String what = switch (event) {
                case CallEvent.Sent sent -> "-> " + sent.frame();
                case CallEvent.Received received -> "<- " + received.frame();
                case CallEvent.Played played ->
                    "   heard \"" + played.text() + "\"" + (played.whole() ? "" : " (cut off)");
                case CallEvent.Announced announced -> "   carrier says \"" + announced.text() + "\"";
                case CallEvent.Webhook webhook -> "=> " + webhook.method() + " " + webhook.url() + " " + webhook.form();
                case CallEvent.Answered answered -> "<= " + answered.status() + " " + answered.body();
                case CallEvent.Socket socket -> "== " + socket.what();
                case CallEvent.Violation violation -> "!! " + violation.what();
                case CallEvent.Over over -> "== call over: " + over.how();
            };
            return "%8.3f %s".formatted(at.toNanos() / 1e9, what);
        }
    }
}
