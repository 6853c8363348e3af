package io.arcline.assistant;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One request whose answer is read while it is being sent, by one thread, never longer at a time than that thread has patience.
 * {@link #close} may be called by any thread at any moment: it closes the connection, and wakes the reader.
 */
final class Exchange implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<HttpResponse<Void>> answering;
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;

    /** What arrives, in this order. */
    sealed interface Part {
        record Status(int code) implements Part {}

        record Bytes(byte[] bytes) implements Part {}

        record End() implements Part {}

        record Broken(IOException cause) implements Part {}

        /** Nothing came in time. */
        record Late() implements Part {}

        /** Somebody has closed it. */
        record Closed() implements Part {}
    }

    private Exchange(HttpClient client, HttpRequest request) {
        answering = client.sendAsync(request, head -> {
            parts.add(new Part.Status(head.statusCode()));
            return HttpResponse.BodySubscribers.fromSubscriber(this);
        });
        // The future itself has to be kept: cancelling one that depends on it would cancel nothing.
        answering.whenComplete((answer, failed) -> {
            if (failed != null) {
                parts.add(new Part.Broken(cause(failed)));
            }
        });
    }

    static Exchange begin(HttpClient client, HttpRequest request) {
        return new Exchange(client, request);
    }

    /** Waits for the next part. */
    Part next(Duration patience) {
        if (closed) {
            return new Part.Closed();
        }
        try {
            Part part = parts.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (closed) {
                return new Part.Closed();
            }
            Flow.Subscription more = subscription;
            if (part instanceof Part.Bytes && more != null) {
                more.request(1);
            }
            return part == null ? new Part.Late() : part;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Part.Closed();
        }
    }

    @Override
    public void close() {
        closed = true;
        parts.add(new Part.Closed());
        Flow.Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
        answering.cancel(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        if (closed) {
            begun.cancel();
        } else {
            begun.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        byte[] bytes = new byte[buffers.stream().mapToInt(ByteBuffer::remaining).sum()];
        int at = 0;
        for (ByteBuffer buffer : buffers) {
            int length = buffer.remaining();
            buffer.get(bytes, at, length);
            at += length;
        }
        parts.add(new Part.Bytes(bytes));
    }

    @Override
    public void onError(Throwable broken) {
        parts.add(new Part.Broken(cause(broken)));
    }

    @Override
    public void onComplete() {
        parts.add(new Part.End());
    }

    private static IOException cause(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
