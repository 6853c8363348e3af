package io.arcline.web.board;

import io.arcline.web.board.LatestPosts.Snapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Tells everybody who reads the board what changes. The table is looked at once a second for all of them together, by every server for
 * its own readers, so it does not matter where and by whom a post was published; with nobody reading, never. Thread-safe.
 */
public final class LiveBoard {
    private static final System.Logger LOG = System.getLogger(LiveBoard.class.getName());
    private static final int TICKS_BETWEEN_HEARTBEATS = 15;

    private final LatestPosts posts;
    private final int most;
    private final BooleanSupplier open;
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

    /** Whether another reader may come. */
    boolean hasRoom() {
        return open.getAsBoolean() && readers.size() < most;
    }

    /** Readers at this moment. */
    int readers() {
        return readers.size();
    }

    /**
     * Adds a reader, who first gets what is new to it.
     *
     * @param seen the version that the reader has; null for none
     */
    void join(LiveReader reader, String seen) throws SQLException {
        Snapshot now = posts.now();
        synchronized (this) {
            if (readers.isEmpty()) {
                shown = now;
            }
            readers.add(reader);
            reader.send(shown.version().equals(seen) ? Changes.HEARTBEAT : Changes.all(shown));
        }
    }

    void leave(LiveReader reader) {
        readers.remove(reader);
    }

    /** Looks whether something has changed; to be called once a second. */
    public void tick() {
        if (readers.isEmpty()) {
            return;
        }
        if (!open.getAsBoolean()) {
            List.copyOf(readers).forEach(LiveReader::end);
            return;
        }
        try {
            tell(posts.now());
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.DEBUG, "the board cannot be read: SQLState {0}", away.getSQLState());
        }
    }

    private synchronized void tell(Snapshot now) {
        if (!now.version().equals(shown.version())) {
            byte[] change = Changes.between(shown, now);
            shown = now;
            readers.forEach(reader -> reader.send(change));
        } else if (++ticks % TICKS_BETWEEN_HEARTBEATS == 0) {
            readers.forEach(reader -> reader.send(Changes.HEARTBEAT));
        }
    }
}
