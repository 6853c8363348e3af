package io.arcline.management.moderation;

import io.arcline.board.page.Board;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Decides about posts. Each decision is one transaction with its entry in the audit; of several moderators who decide about one
 * post at the same time, the first one's decision holds and the others learn of it.
 */
record Moderation(DataSource database) {

    /**
     * Carries a decision out.
     *
     * @param version of the post that the moderator saw
     */
    Outcome decide(Board board, UUID id, String moderator, long version, Decision decision) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Outcome outcome = decide(connection, board, id, moderator, version, decision);
                connection.commit();
                return outcome;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static Outcome decide(
            Connection connection, Board board, UUID id, String moderator, long version, Decision decision)
            throws SQLException {
        Optional<Post> found = lock(connection, board, id);
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        Post before = found.get();
        if (before.version() != version) {
            return new Outcome.Conflict(before);
        }
        Optional<Audit.Undoable> undone =
                decision instanceof Decision.Undo ? Audit.latest(connection, id) : Optional.empty();
        if (decision instanceof Decision.Undo && undone.isEmpty()) {
            return new Outcome.NothingToUndo(before);
        }
        Post after = after(before, decision, undone);
        write(connection, board, after);
        Audit.write(connection, moderator, decision, board, before, after, undone);
        return new Outcome.Done(after);
    }

    private static Post after(Post before, Decision decision, Optional<Audit.Undoable> undone) {
        return switch (decision) {
            case Decision.Verify() -> changed(before, before.content(), State.VERIFIED, null);
            case Decision.Reject(String reason) -> changed(before, before.content(), State.REJECTED, reason);
            case Decision.Edit(String content) -> changed(before, content, before.state(), before.reason());
            case Decision.Undo() -> {
                Audit.Undoable was = undone.orElseThrow();
                String content = was.action().equals("edit") ? was.content() : before.content();
                yield changed(before, content, was.state(), was.reason());
            }
        };
    }

    private static Post changed(Post before, String content, State state, String reason) {
        return new Post(
                before.id(), content, before.faction(), state, reason, before.version() + 1, before.createdAt());
    }

    /**
     * The post, which nobody else decides about until the end of the transaction. Locked first and read then: one statement
     * that waits for the lock would see what was decided before its waiting.
     */
    private static Optional<Post> lock(Connection connection, Board board, UUID id) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select id from " + board.table() + " where id = ? for update")) {
            lock.setObject(1, id);
            lock.executeQuery().close();
        }
        try (PreparedStatement select = connection.prepareStatement("select " + Post.COLUMNS + " from " + board.table()
                + " p left join post_moderation m on m.post_id = p.id where p.id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Post.read(row)) : Optional.empty();
            }
        }
    }

    private static void write(Connection connection, Board board, Post post) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + board.table() + " set content = ?, verified = ? where id = ?")) {
            update.setString(1, post.content());
            update.setBoolean(2, post.state() == State.VERIFIED);
            update.setObject(3, post.id());
            update.executeUpdate();
        }
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into post_moderation (post_id, board, state, reason, version) values (?, ?, ?, ?, ?)
                on conflict (post_id) do update
                set state = excluded.state, reason = excluded.reason, version = excluded.version""")) {
            upsert.setObject(1, post.id());
            upsert.setString(2, board.path());
            upsert.setString(3, post.state().text());
            upsert.setString(4, post.reason());
            upsert.setLong(5, post.version());
            upsert.executeUpdate();
        }
    }
}
