package io.arcline.faketwilio.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that waits for sockets and for the clock, and does everything of its calls. All but {@link #stop} and {@link #hand} belongs
 * to that thread, or to whoever prepares it before it runs.
 */
final class Loop implements Runnable {
    private static final int LARGEST_READ = 256 * 1024;

    private final Selector selector;
    private final Timers timers = new Timers();
    private final ByteBuffer input = ByteBuffer.allocate(LARGEST_READ);
    private final Queue<Runnable> handed = new ConcurrentLinkedQueue<>();
    private final boolean exact;
    private final long gatherNanos;
    private volatile boolean stopped;
    private long now = System.nanoTime();

    /**
     * @param exact whether to spin through the last millisecond before something is due, since a selector cannot wait for less
     * @param gather the pause before each look at the sockets; zero for none
     */
    Loop(boolean exact, Duration gather) {
        this.exact = exact;
        this.gatherNanos = gather.toNanos();
        try {
            selector = Selector.open();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** When the round in progress began, in nanoseconds: for what need not be exact. */
    long now() {
        return now;
    }

    /** Has something done at a time of {@link System#nanoTime()}, or a little later. */
    void at(long nanos, Runnable task) {
        timers.add(nanos, task);
    }

    /** Begins to connect; the receiver is told how it goes. */
    Connection connect(InetSocketAddress address, Connection.Receiver receiver) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(channel, receiver);
            connection.register(selector);
            channel.connect(address);
            return connection;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                if (gatherNanos > 0) {
                    LockSupport.parkNanos(gatherNanos);
                }
                long wait = timers.next() == Timers.NEVER ? 100_000_000L : timers.next() - System.nanoTime();
                if (wait > 0 && (!exact || wait > 1_000_000L)) {
                    selector.select(
                            this::ready, Math.min(100, exact ? wait / 1_000_000L : (wait + 999_999L) / 1_000_000L));
                } else {
                    selector.selectNow(this::ready);
                }
                now = System.nanoTime();
                for (Runnable task = handed.poll(); task != null; task = handed.poll()) {
                    task.run();
                }
                for (Runnable due = timers.due(now); due != null; due = timers.due(now)) {
                    due.run();
                }
            }
            selector.keys().forEach(key -> ((Connection) key.attachment()).close());
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void ready(SelectionKey key) {
        now = System.nanoTime();
        ((Connection) key.attachment()).ready(input);
    }

    /** Has the thread do something at once. From any thread. */
    void hand(Runnable task) {
        handed.add(task);
        selector.wakeup();
    }

    /** Ends the thread and drops what is open. From any thread. */
    void stop() {
        stopped = true;
        selector.wakeup();
    }
}
