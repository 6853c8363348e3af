package io.arcline.twilio.socket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes frames to one socket, one at a time and in order, without making anybody wait: Liberty's remote endpoints lose frames
 * when two are under way. Thread-safe.
 */
final class FrameWriter {
    /** A peer that lets more than this wait does not read any more; a reply has a handful. */
    private static final int MOST_WAITING = 1_000;

    private final RemoteEndpoint.Async remote;
    private final Runnable brokenOff;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;
    private long writingSince;

    private record Waiting(String text, boolean speech) {}

    /** @param brokenOff called once, when a frame could not be written or too many wait; must not block */
    FrameWriter(RemoteEndpoint.Async remote, Runnable brokenOff) {
        this.remote = remote;
        this.brokenOff = brokenOff;
    }

    /** Writes a frame that the call cannot do without. */
    void write(String frame) {
        write(new Waiting(frame, false));
    }

    /** Writes a part of a reply, unless {@link #hush} comes before its turn does. */
    void writeSpeech(String frame) {
        write(new Waiting(frame, true));
    }

    /** What waits of a reply is not written any more. */
    synchronized void hush() {
        waiting.removeIf(Waiting::speech);
    }

    private void write(Waiting frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (writing) {
                waiting.add(frame);
                if (waiting.size() > MOST_WAITING) {
                    giveUp();
                }
                return;
            }
            writing = true;
            writingSince = System.nanoTime();
        }
        send(frame.text());
    }

    /** Nothing more is written; what waits is dropped. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /** How long the frame under way has been under way, in nanoseconds; 0 when there is none. */
    synchronized long stuckNanos(long now) {
        return writing && !closed ? Math.max(0, now - writingSince) : 0;
    }

    private void send(String frame) {
        try {
            remote.sendText(frame, this::written);
        } catch (IllegalStateException | IllegalArgumentException gone) {
            synchronized (this) {
                giveUp();
            }
        }
    }

    private void written(SendResult result) {
        Waiting next;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (!result.isOK()) {
                giveUp();
                return;
            }
            next = waiting.poll();
            if (next == null) {
                writing = false;
                return;
            }
            writingSince = System.nanoTime();
        }
        send(next.text());
    }

    private void giveUp() {
        if (!closed) {
            close();
            brokenOff.run();
        }
    }
}
