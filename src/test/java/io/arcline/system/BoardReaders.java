package io.arcline.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many readers of the board's live stream, each on a socket of its own. */
final class BoardReaders implements AutoCloseable {
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final CountDownLatch answered;

    /** More at the same moment than a server's queue of connections holds would wait for the kernel to try again. */
    private final Semaphore coming = new Semaphore(50);

    /** Opens so many and waits until each has been answered. */
    BoardReaders(URI server, int readers) throws InterruptedException {
        answered = new CountDownLatch(readers);
        for (int i = 0; i < readers; i++) {
            Thread.ofVirtual().start(() -> read(server));
        }
        if (!answered.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError(answered.getCount() + " readers were not answered");
        }
    }

    /** Readers that were turned away. */
    int refused() {
        return refused.get();
    }

    /** Changes that readers were told of, all together. */
    int changes() {
        return changes.get();
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private void read(URI server) {
        coming.acquireUninterruptibly();
        try {
            Socket socket = new Socket(server.getHost(), server.getPort());
            sockets.add(socket);
            socket.getOutputStream()
                    .write(("GET /board/live HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (!lines.readLine().contains(" 200 ")) {
                refused.incrementAndGet();
                answered();
                return;
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: all")) {
                    answered();
                } else if (line.startsWith("event: change")) {
                    changes.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // By the test, at its end.
        }
    }

    private void answered() {
        coming.release();
        answered.countDown();
    }
}
