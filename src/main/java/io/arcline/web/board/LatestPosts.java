package io.arcline.web.board;

import io.arcline.board.PublicPosts;
import io.arcline.board.page.Board;
import io.arcline.board.page.Place;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** The first page of each board, read at most once a second, however many ask. Thread-safe. */
public final class LatestPosts {
    /** Posts on a page. */
    static final int PAGE = 20;

    private static final long FRESH_NANOS = 900_000_000L;

    private final PublicPosts posts;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Snapshot latest;
    private volatile long readAt;

    public LatestPosts(PublicPosts posts) {
        this.posts = posts;
    }

    /**
     * A page of a board.
     *
     * @param rows as the API has them
     * @param next where the page after this one begins; empty at the end
     */
    record Posts(List<JsonObject> rows, Optional<Place> next) {}

    /**
     * All that the page shows at first.
     *
     * @param version the same for the same posts, on every server
     */
    record Snapshot(Map<Board, Posts> boards, String version) {}

    /**
     * The posts as they are now, or were a second ago. While somebody is reading them nobody else waits for the database: one who
     * cannot be given older ones is turned away.
     */
    Snapshot now() throws SQLException {
        Snapshot known = latest;
        if (known != null && System.nanoTime() - readAt < FRESH_NANOS) {
            return known;
        }
        if (!reading.tryLock()) {
            if (known == null) {
                throw new SQLTransientException("the first to ask is still waiting");
            }
            return known;
        }
        try {
            Snapshot read = read();
            latest = known != null && known.version().equals(read.version()) ? known : read;
            readAt = System.nanoTime();
            return latest;
        } finally {
            reading.unlock();
        }
    }

    private Snapshot read() throws SQLException {
        Map<Board, Posts> boards = new EnumMap<>(Board.class);
        StringBuilder all = new StringBuilder();
        for (Board board : Board.values()) {
            Posts page = page(board, Optional.empty());
            boards.put(board, page);
            all.append(Json.createArrayBuilder(page.rows()).build());
        }
        UUID version = UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
        return new Snapshot(boards, version.toString());
    }

    /** A page further back; empty for the newest. */
    Posts page(Board board, Optional<Place> after) throws SQLException {
        PublicPosts.Page page = posts.page(board, after, PAGE);
        try (var json = Json.createReader(new StringReader(page.rows()))) {
            return new Posts(json.readArray().getValuesAs(JsonObject.class), page.next());
        }
    }
}
