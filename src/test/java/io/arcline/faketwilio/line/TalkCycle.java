package io.arcline.faketwilio.line;

import io.arcline.faketwilio.wire.ServerFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A reply while it is arriving and being played. */
final class TalkCycle {
    private final long asked;
    private final boolean stale;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder heard = new StringBuilder();
    private final List<ServerFrame.Text> frames = new ArrayList<>();
    private long first;
    private long last;
    private boolean closed;
    private boolean cutOff;
    private boolean plain;
    private int waiting;
    private boolean finished;

    TalkCycle(long asked, boolean stale) {
        this.asked = asked;
        this.stale = stale;
    }

    void add(ServerFrame.Text frame, boolean preemptible) {
        last = System.nanoTime();
        if (frames.isEmpty()) {
            first = last;
        }
        frames.add(frame);
        text.append(frame.token());
        closed = frame.last();
        plain |= !preemptible && !frame.token().isBlank();
    }

    /** The words of a reply that is whole from the start, and no frame. */
    void greet(String words) {
        first = System.nanoTime();
        last = first;
        text.append(words);
        closed = true;
        plain = true;
    }

    void queued() {
        waiting++;
    }

    void played(String words) {
        waiting--;
        heard.append(words);
    }

    void discarded(String heardOfIt) {
        waiting--;
        heard.append(heardOfIt);
        cutOff = true;
    }

    void abandon() {
        cutOff |= !text.toString().isBlank();
    }

    /** True once: when all of it has arrived and nothing of it waits to be played. */
    boolean finishes() {
        boolean now = closed && waiting == 0 && !finished;
        finished |= now;
        return now;
    }

    boolean stale() {
        return stale;
    }

    boolean blank() {
        return text.toString().isBlank();
    }

    Reply reply() {
        return new Reply(
                text.toString(),
                heard.toString(),
                frames,
                Duration.ofNanos(first - asked),
                Duration.ofNanos(last - asked),
                closed,
                cutOff,
                !plain && !blank(),
                stale);
    }
}
