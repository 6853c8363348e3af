package io.arcline.web.board;

import io.arcline.web.board.LatestPosts.Snapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Tells everybody who reads the board what changes. The table is looked at once a second for all of them together, by every server for
 * its own readers, so it does not matter where and by whom a post was published; with nobody reading, never. No request waits for the
 * database: whoever comes is told at the next look. Thread-safe.
 */
public final class LiveBoard {
    private static final System.Logger LOG = System.getLogger(LiveBoard.class.getName());
    private static final int TICKS_BETWEEN_HEARTBEATS = 15;
    private static final int AT_A_TIME = 20;
    private static final long PAUSE_NANOS = 2_000_000;

    private final LatestPosts posts;
    private final int most;
    private final BooleanSupplier open;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Map<LiveReader, String> joining = new ConcurrentHashMap<>();
    private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
    private Snapshot shown;
    private int ticks;

    /**
     * @param most readers at the same time
     * @param open whether this server stays; where it does not, readers are sent to another
     */
    public LiveBoard(LatestPosts posts, int most, BooleanSupplier open) {
        this.posts = posts;
        this.most = most;
        this.open = open;
    }

    /** Takes a place for a reader, if there is one; it is given back when the reader who joins has left. */
    boolean admit() {
        if (!open.getAsBoolean()) {
            return false;
        }
        if (admitted.incrementAndGet() > most) {
            admitted.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Gives back the place of one who does not join after all. */
    void release() {
        admitted.decrementAndGet();
    }

    /**
     * Adds a reader who was admitted, and who gets what is new to it first.
     *
     * @param seen the version that the reader has; "" for none
     */
    void join(LiveReader reader, String seen) {
        joining.put(reader, seen);
    }

    void leave(LiveReader reader) {
        boolean joined = readers.remove(reader);
        if (joining.remove(reader) != null || joined) {
            release();
        }
    }

    /** Looks whether something has changed; to be called once a second by one thread. */
    public void tick() {
        if (readers.isEmpty() && joining.isEmpty()) {
            return;
        }
        if (!open.getAsBoolean()) {
            close();
            return;
        }
        try {
            Snapshot before = shown;
            shown = posts.now();
            if (before != null && !before.version().equals(shown.version())) {
                tell(Changes.between(before, shown));
            } else if (++ticks % TICKS_BETWEEN_HEARTBEATS == 0) {
                tell(Changes.HEARTBEAT);
            }
            welcome();
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.DEBUG, "the board cannot be read: SQLState {0}", away.getSQLState());
        }
    }

    /** Ends every stream: browsers come back by themselves, to a server that stays. Liberty would wait for them half a minute. */
    public void close() {
        List.copyOf(readers).forEach(LiveReader::end);
        List.copyOf(joining.keySet()).forEach(LiveReader::end);
    }

    /** A few at a time: between them the server's threads are free for the calls. */
    private void tell(byte[] event) {
        int told = 0;
        for (LiveReader reader : readers) {
            reader.send(event);
            if (++told % AT_A_TIME == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void welcome() {
        if (joining.isEmpty()) {
            return;
        }
        byte[] everything = Changes.all(shown);
        joining.forEach((reader, seen) -> {
            if (joining.remove(reader, seen)) {
                readers.add(reader);
                reader.send(shown.version().equals(seen) ? Changes.HEARTBEAT : everything);
            }
        });
    }
}
