package io.arcline.web.board;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * One open stream. Nobody waits for a reader who does not read: what is to be sent waits, and when too much does the stream ends, and
 * the browser asks for a new one. Thread-safe.
 */
final class LiveReader implements WriteListener, AsyncListener {
    private static final int MOST_WAITING_BYTES = 1024 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<LiveReader> ended;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean unflushed;
    private boolean open = true;

    LiveReader(AsyncContext context, Consumer<LiveReader> ended) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.ended = ended;
        context.addListener(this);
        out.setWriteListener(this);
    }

    synchronized void send(byte[] event) {
        if (!open) {
            ended.accept(this);
            return;
        }
        waiting.add(event);
        waitingBytes += event.length;
        if (waitingBytes > MOST_WAITING_BYTES) {
            end();
        } else {
            write();
        }
    }

    /** Ends the stream; the browser comes back by itself. */
    synchronized void end() {
        if (open) {
            open = false;
            ended.accept(this);
            context.complete();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (open && out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    waitingBytes -= next.length;
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended.accept(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
