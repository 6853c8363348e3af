package io.arcline.management.moderation;

import io.arcline.board.page.Board;
import io.arcline.board.page.Timestamps;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code moderation_audit}: who did what when. Entries are added and never changed. */
final class Audit {
    private Audit() {}

    /** The latest decision about a post that was not undone yet, and what was before it. */
    record Undoable(long entry, String action, State state, String reason, String content) {}

    static Optional<Undoable> latest(Connection connection, UUID post) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select a.id, a.action, a.state_before, a.content_before,
                    (select r.reason from moderation_audit r
                     where r.post_id = a.post_id and r.action = 'reject' and r.id < a.id order by r.id desc limit 1) as reason
                from moderation_audit a
                where a.post_id = ? and a.action in ('verify', 'reject', 'edit')
                    and not exists (select from moderation_audit u where u.undoes = a.id)
                order by a.id desc limit 1""")) {
            select.setObject(1, post);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                State state = State.of(row.getString("state_before")).orElseThrow();
                return Optional.of(new Undoable(
                        row.getLong("id"),
                        row.getString("action"),
                        state,
                        state == State.REJECTED ? row.getString("reason") : null,
                        row.getString("content_before")));
            }
        }
    }

    static void write(
            Connection connection,
            String moderator,
            Decision decision,
            Board board,
            Post before,
            Post after,
            Optional<Undoable> undone)
            throws SQLException {
        boolean edited = !before.content().equals(after.content());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into moderation_audit (moderator, action, board, post_id, reason, state_before, state_after,
                    content_before, content_after, undoes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, moderator);
            insert.setString(2, decision.action());
            insert.setString(3, board.path());
            insert.setObject(4, before.id());
            insert.setString(5, decision instanceof Decision.Reject(String reason) ? reason : null);
            insert.setString(6, before.state().text());
            insert.setString(7, after.state().text());
            // Also where an edit changed nothing: undoing it finds what was there.
            insert.setString(8, edited || decision instanceof Decision.Edit ? before.content() : null);
            insert.setString(9, edited || decision instanceof Decision.Edit ? after.content() : null);
            insert.setObject(10, undone.map(Undoable::entry).orElse(null), java.sql.Types.BIGINT);
            insert.executeUpdate();
        }
    }

    /** What was done with a post, in order. */
    static JsonArray of(Connection connection, UUID post) throws SQLException {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        try (PreparedStatement select =
                connection.prepareStatement("select * from moderation_audit where post_id = ? order by id")) {
            select.setObject(1, post);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    JsonObjectBuilder entry = Json.createObjectBuilder()
                            .add("at", Timestamps.text(row.getObject("at", OffsetDateTime.class)));
                    for (String column : List.of(
                            "moderator",
                            "action",
                            "reason",
                            "state_before",
                            "state_after",
                            "content_before",
                            "content_after")) {
                        String value = row.getString(column);
                        if (value != null) {
                            entry.add(column, value);
                        }
                    }
                    entries.add(entry);
                }
            }
        }
        return entries.build();
    }
}
