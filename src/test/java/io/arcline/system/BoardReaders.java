package io.arcline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many readers of the board's live stream, each on a socket of its own, all of them on one thread: what they do themselves costs a
 * measurement of the server as little as can be.
 */
final class BoardReaders implements AutoCloseable {
    private static final String EVENT = "event: ";

    private final List<SocketChannel> channels = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final CountDownLatch answered;
    private final Thread thread;
    private volatile boolean closing;

    /** Opens so many and waits until each has been answered. */
    BoardReaders(URI server, int readers) throws IOException, InterruptedException {
        answered = new CountDownLatch(readers);
        ByteBuffer request = StandardCharsets.US_ASCII.encode(
                "GET /board/live HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n");
        for (int i = 0; i < readers; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.write(request.duplicate());
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Reader());
            channels.add(channel);
        }
        thread = Thread.ofPlatform().name("readers of the board").start(this::read);
        if (!answered.await(2, TimeUnit.MINUTES)) {
            close();
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
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }

    private void read() {
        try {
            while (!closing) {
                selector.select(this::read);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read(SelectionKey key) {
        try {
            if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
                key.cancel();
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                ((Reader) key.attachment()).take((char) buffer.get());
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    /** What one of them has seen so far, letter by letter. */
    private final class Reader {
        private final StringBuilder status = new StringBuilder();
        private int matched;
        private boolean told;

        void take(char next) {
            if (status.length() < "HTTP/1.1 200".length()) {
                status.append(next);
                if (status.toString().equals("HTTP/1.1 503")) {
                    refused.incrementAndGet();
                    answered.countDown();
                }
            } else if (matched < EVENT.length()) {
                matched = next == EVENT.charAt(matched) ? matched + 1 : next == EVENT.charAt(0) ? 1 : 0;
            } else {
                matched = 0;
                if (next == 'c') {
                    changes.incrementAndGet();
                } else if (!told) {
                    told = true;
                    answered.countDown();
                }
            }
        }
    }
}
