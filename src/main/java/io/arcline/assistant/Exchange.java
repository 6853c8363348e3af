package io.arcline.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request whose answer is read while it is being sent, on a virtual thread of its own that waits at the socket: what arrives is
 * dealt with by the thread that has read it. {@link #close} may be called by any thread at any moment: it interrupts that thread at the
 * socket, which is closed by that, and never while it deals with what it has read, which may be writing to a socket of somebody else.
 */
final class Exchange implements AutoCloseable {
    private static final int OK = 200;
    private static final int MOST_AT_ONCE = 8 * 1024;

    /** Longer than any answer is waited for: for one that nobody waits for any more and nobody has stopped. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    private final Question question;
    private final Duration connect;
    private final Format format;
    private final ReentrantLock reading = new ReentrantLock();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("assistant").unstarted(this::run);
    private volatile boolean stopped;
    private volatile ModelFailedException failure;

    /**
     * What is sent, by POST.
     *
     * @param headers but for those of the connection
     */
    record Question(URI uri, Map<String, String> headers, byte[] body) {}

    /** What the bytes of the answer mean. */
    interface Format {

        /** Takes the next bytes; false when the answer has come to its end or the reader has had enough. */
        boolean take(byte[] bytes, int length);
    }

    private Exchange(Question question, Duration connect, Format format) {
        this.question = question;
        this.connect = connect;
        this.format = format;
    }

    /** @param connect how long a connection may take */
    static Exchange begin(Question question, Duration connect, Format format) {
        Exchange exchange = new Exchange(question, connect, format);
        exchange.thread.start();
        return exchange;
    }

    /**
     * Waits until the answer has come to its end, the format has had enough, or somebody has stopped it.
     *
     * @return false where it goes on
     * @throws ModelFailedException where it ended otherwise
     */
    boolean isOver(Duration patience) {
        try {
            boolean ended = over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (ended && failure != null && !stopped) {
                throw failure;
            }
            return ended || stopped;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Asks for something that changes with what is dealt with, while nothing is. */
    <T> T between(Supplier<T> action) {
        reading.lock();
        try {
            return action.get();
        } finally {
            reading.unlock();
        }
    }

    /** Closes the connection; nothing more is dealt with once this has returned. */
    @Override
    public void close() {
        if (reading.isHeldByCurrentThread()) {
            stopped = true;
            return;
        }
        reading.lock();
        try {
            stopped = true;
            thread.interrupt();
        } finally {
            reading.unlock();
        }
    }

    private void run() {
        try {
            exchange();
        } catch (ModelFailedException failed) {
            failure = failed;
        } catch (IOException broken) {
            failure = new ModelFailedException(broken.getClass().getSimpleName(), broken);
        } catch (RuntimeException broken) {
            failure = new ModelFailedException("could not be read", broken);
        } finally {
            over.countDown();
        }
    }

    private void exchange() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) question.uri().toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trustingAsTheJvmDoes());
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) connect.toMillis());
        connection.setReadTimeout((int) SILENT.toMillis());
        connection.setDoOutput(true);
        // So that it is sent once: a body that might be sent again is, when the connection is lost.
        connection.setFixedLengthStreamingMode(question.body().length);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("User-Agent", "ARC-Line");
        question.headers().forEach(connection::setRequestProperty);
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(question.body());
            }
            int status = status(connection);
            if (status != OK) {
                throw new ModelFailedException("answered " + status, null);
            }
            read(connection.getInputStream());
        } finally {
            connection.disconnect();
        }
    }

    /** What is the default here is Liberty's, which trusts the server's own certificate and no other. */
    private static SSLSocketFactory trustingAsTheJvmDoes() throws IOException {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException none) {
            throw new IOException(none);
        }
    }

    /** Of a body that cannot be sent again some statuses are told by an exception. */
    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (HttpRetryException refused) {
            return refused.responseCode();
        }
    }

    private void read(InputStream in) throws IOException {
        byte[] bytes = new byte[MOST_AT_ONCE];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
            if (!taken(bytes, length)) {
                return;
            }
        }
        throw new ModelFailedException("stopped in the middle", null);
    }

    private boolean taken(byte[] bytes, int length) {
        reading.lock();
        try {
            return !stopped && format.take(bytes, length) && !stopped;
        } finally {
            reading.unlock();
        }
    }
}
