package io.arcline.assistant;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Reads a streamed answer to its end, whatever its format, and closes the connection. For one request; used by one thread. */
final class StreamedAnswer {
    private static final int OK = 200;

    private final HttpClient client;
    private final LanguageModel.Reader reader;

    /** What the bytes mean. */
    interface Format {

        /** Takes the next bytes; false when the answer has come to its end or the reader has had enough. */
        boolean take(byte[] bytes);
    }

    StreamedAnswer(HttpClient client, LanguageModel.Reader reader) {
        this.client = client;
        this.reader = reader;
    }

    /** @throws ModelFailedException where the answer ends before the format says so */
    void read(HttpRequest request, Format format) {
        if (!reads(request, format)) {
            // Nothing was answered on a connection that had been kept open and was closed meanwhile: it has not been
            // asked yet.
            reads(request, format);
        }
    }

    /** False when the connection was gone before anything was answered, and this was not waited for. */
    private boolean reads(HttpRequest request, Format format) {
        long began = System.nanoTime();
        try (Exchange exchange = Exchange.begin(client, request)) {
            reader.onGone(exchange::close);
            boolean answered = false;
            while (true) {
                Exchange.Part part = exchange.next(atLeastNothing(reader.patience()));
                switch (part) {
                    case Exchange.Part.Status(int code) -> {
                        answered = true;
                        if (code != OK) {
                            throw new ModelFailedException("answered " + code, null);
                        }
                    }
                    case Exchange.Part.Bytes(byte[] bytes) -> {
                        if (!format.take(bytes)) {
                            return true;
                        }
                    }
                    case Exchange.Part.End() -> throw new ModelFailedException("stopped in the middle", null);
                    case Exchange.Part.Broken(IOException cause) -> {
                        if (!answered && stale(cause, System.nanoTime() - began)) {
                            return false;
                        }
                        throw new ModelFailedException(cause.getClass().getSimpleName(), cause);
                    }
                    case Exchange.Part.Late() -> throw new ModelFailedException("is too slow", null);
                    case Exchange.Part.Closed() -> {
                        return true;
                    }
                }
            }
        }
    }

    private static boolean stale(IOException cause, long nanos) {
        boolean refused =
                cause instanceof java.net.ConnectException || cause instanceof java.net.http.HttpTimeoutException;
        return !refused && nanos < Duration.ofMillis(500).toNanos();
    }

    private static Duration atLeastNothing(Duration patience) {
        return patience.isNegative() ? Duration.ZERO : patience;
    }
}
