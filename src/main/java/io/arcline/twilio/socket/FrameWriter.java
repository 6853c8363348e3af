package io.arcline.twilio.socket;

import jakarta.websocket.RemoteEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Writes frames to one socket, one at a time and in order, without making anybody wait: Liberty's remote endpoints lose frames
 * when two are under way. As long as the peer is known to read, a frame leaves on the thread that brings it; to a peer that may
 * not be reading it is written on a thread that may wait. Thread-safe.
 */
final class FrameWriter {
    /** A peer that lets more than this wait does not read any more; a reply has a handful. */
    private static final int MOST_WAITING = 1_000;

    /** Characters that a connection's buffers take at once, read or not: the smallest send buffer of Linux has 16 KB. */
    static final int BUFFERED = 8 * 1024;

    /** So long a closed socket waits for the frame that is being written to it. */
    private static final long SETTLING_MILLIS = 1_000;

    private final RemoteEndpoint.Basic remote;
    private final Executor threads;
    private final Runnable brokenOff;
    private final Deque<Frame> waiting = new ArrayDeque<>(0);
    private final PeerReading reading = new PeerReading(BUFFERED);
    private boolean writing;
    private Thread writer;
    private boolean closed;
    private long writingSince;

    private sealed interface Frame {
        record Message(String text) implements Frame {}

        /** A part of a reply. */
        record Speech(String text) implements Frame {}

        record Ping() implements Frame {}

        /** In characters. */
        default int length() {
            return switch (this) {
                case Message(String text) -> text.length();
                case Speech(String text) -> text.length();
                case Ping() -> PeerReading.QUESTION;
            };
        }
    }

    /**
     * @param threads for what may wait for the peer: virtual ones
     * @param brokenOff called once, when a frame could not be written or too many wait; must not block
     */
    FrameWriter(RemoteEndpoint.Basic remote, Executor threads, Runnable brokenOff) {
        this.remote = remote;
        this.threads = threads;
        this.brokenOff = brokenOff;
    }

    /** Writes a frame that the call cannot do without. */
    void write(String frame) {
        write(new Frame.Message(frame));
    }

    /** Writes a part of a reply, unless {@link #hush} comes before its turn does. */
    void writeSpeech(String frame) {
        write(new Frame.Speech(frame));
    }

    /**
     * Asks the peer for a sign of life, on a thread of its own: the clock asks, which is everybody's, and a write to a socket that has
     * just gone may never return ({@link #settle}).
     */
    void ping() {
        try {
            threads.execute(() -> write(new Frame.Ping()));
        } catch (RejectedExecutionException stopping) {
            synchronized (this) {
                giveUp();
            }
        }
    }

    /** The peer has answered a ping with what was in it. */
    void pong(ByteBuffer content) {
        reading.answered(content);
    }

    /** What waits of a reply is not written any more. */
    synchronized void hush() {
        waiting.removeIf(Frame.Speech.class::isInstance);
    }

    private void write(Frame frame) {
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
            begin();
        }
        sendAtOnce(frame);
    }

    /** Nothing more is written; what waits is dropped. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /**
     * Nothing more is written, and nothing is being written when this returns. For who is told that the socket is closed, before
     * it is: a write that finds its connection closed waits in Liberty for ever (it looks for that before it writes, tells nobody, and
     * waits to be told), with all that its thread holds. Waits a second at most; not for the thread that asks.
     */
    synchronized void settle() {
        close();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLING_MILLIS);
        try {
            for (long left = 1; writing && writer != Thread.currentThread() && left > 0; ) {
                left = until - System.nanoTime();
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long the frame under way has been under way, in nanoseconds; 0 when there is none. */
    synchronized long stuckNanos(long now) {
        return writing && !closed ? Math.max(0, now - writingSince) : 0;
    }

    /** Sends a frame and what waits behind it, as far as nothing has to be waited for; the rest on another thread. */
    private void sendAtOnce(Frame first) {
        Frame frame = first;
        while (frame != null && reading.takes(frame.length())) {
            frame = send(frame) ? next() : null;
        }
        if (frame != null) {
            Frame rest = frame;
            try {
                threads.execute(() -> sendPatiently(rest));
            } catch (RejectedExecutionException stopping) {
                fail();
            }
        }
    }

    private void sendPatiently(Frame first) {
        Frame frame = begins() ? first : null;
        while (frame != null) {
            frame = send(frame) ? next() : null;
        }
    }

    /** Whether this thread may write what another one has begun with. */
    private synchronized boolean begins() {
        if (closed) {
            end();
        } else {
            begin();
        }
        return writing;
    }

    private void begin() {
        writing = true;
        writer = Thread.currentThread();
        writingSince = System.nanoTime();
    }

    private boolean send(Frame frame) {
        try {
            switch (frame) {
                case Frame.Message(String text) -> send(text);
                case Frame.Speech(String text) -> send(text);
                case Frame.Ping() -> remote.sendPing(ByteBuffer.wrap(reading.question()));
            }
            return true;
        } catch (IOException | IllegalStateException | IllegalArgumentException gone) {
            fail();
            return false;
        }
    }

    private void send(String text) throws IOException {
        reading.wrote(text.length());
        remote.sendText(text);
    }

    /** What is to be written next; null where nothing is, and nobody writes any more. */
    private synchronized Frame next() {
        Frame next = null;
        if (!closed) {
            next = reading.isToBeAsked() ? new Frame.Ping() : waiting.poll();
        }
        writingSince = System.nanoTime();
        if (next == null) {
            end();
        }
        return next;
    }

    private synchronized void fail() {
        end();
        giveUp();
    }

    private void end() {
        writing = false;
        writer = null;
        notifyAll();
    }

    private void giveUp() {
        if (!closed) {
            close();
            brokenOff.run();
        }
    }
}
