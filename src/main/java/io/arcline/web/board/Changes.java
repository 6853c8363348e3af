package io.arcline.web.board;

import io.arcline.board.page.Board;
import io.arcline.web.board.LatestPosts.Snapshot;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events of the live stream: the version that follows as id, the posts as data. */
final class Changes {
    /** Keeps proxies from taking the stream for dead. */
    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private Changes() {}

    /** Everything, for a reader who has something else. */
    static byte[] all(Snapshot snapshot) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        snapshot.boards().forEach((board, posts) -> data.add(board.path(), Json.createArrayBuilder(posts.rows())));
        return event("all", snapshot, data.build());
    }

    /** What is new, or says something else, and what is not there any more, for a reader who has what was before. */
    static byte[] between(Snapshot before, Snapshot after) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        for (Board board : Board.values()) {
            List<JsonObject> had = before.boards().get(board).rows();
            List<JsonObject> has = after.boards().get(board).rows();
            Set<JsonObject> known = new HashSet<>(had);
            JsonArrayBuilder posted = Json.createArrayBuilder();
            has.stream().filter(row -> !known.contains(row)).forEach(posted::add);
            JsonArrayBuilder gone = Json.createArrayBuilder();
            Set<String> ids = new HashSet<>(has.stream().map(Changes::id).toList());
            had.stream().map(Changes::id).filter(id -> !ids.contains(id)).forEach(gone::add);
            data.add(
                    board.path(),
                    Json.createObjectBuilder().add("posted", posted).add("gone", gone));
        }
        return event("change", after, data.build());
    }

    private static String id(JsonObject row) {
        return row.getString("id");
    }

    private static byte[] event(String name, Snapshot snapshot, JsonObject data) {
        return ("event: " + name + "\nid: " + snapshot.version() + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
