package io.arcline.ops;

import io.arcline.board.page.Board;
import io.arcline.hotline.errand.Errands;
import io.arcline.journal.CallerIdentity;
import io.arcline.ops.mbean.Erasure;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is kept of one caller: found by the caller's name in the journal, and from the calls on by what was stored in them. Reports
 * of calls whose journal is gone already cannot be told from others. Thread-safe.
 */
public final class CallerRecords {
    private static final int SESSIONS_AT_A_TIME = 20;

    private final DataSource database;
    private final CallerIdentity callers;

    public CallerRecords(DataSource database, CallerIdentity callers) {
        this.database = database;
        this.callers = callers;
    }

    /**
     * Deletes everything that is kept of a caller, some calls at a time, each time in one transaction. What an interruption leaves is
     * found by the next run: a call's journal goes last.
     *
     * @param number as the carrier gives it, such as {@code +447700900001}
     */
    public Erasure erase(String number) throws SQLException {
        int calls = 0;
        int entries = 0;
        int reports = 0;
        int messages = 0;
        for (List<String> some = sessions(number); !some.isEmpty(); some = sessions(number)) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    UUID[] stored = stored(connection, some);
                    reports += delete(connection, Board.INTEL.table(), "id", "uuid", stored);
                    messages += delete(connection, Board.MESSAGES.table(), "id", "uuid", stored);
                    delete(connection, "post_moderation", "post_id", "uuid", stored);
                    forgetWords(connection, stored);
                    delete(connection, "calls", "call_sid", "text", some.toArray());
                    entries += delete(connection, "logs", "session_id", "text", some.toArray());
                    connection.commit();
                    calls += some.size();
                } catch (SQLException | RuntimeException failed) {
                    connection.rollback();
                    throw failed;
                }
            }
        }
        return new Erasure(calls, entries, reports, messages);
    }

    private List<String> sessions(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select distinct session_id from logs
                        where message = 'call connected' and metadata ->> 'caller' = any(?) limit ?""")) {
            select.setArray(
                    1, connection.createArrayOf("text", callers.all(number).toArray()));
            select.setInt(2, SESSIONS_AT_A_TIME);
            List<String> sessions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sessions.add(rows.getString(1));
                }
            }
            return sessions;
        }
    }

    /** The keys of all that these calls can have stored: a call runs at most one errand a turn. */
    private static UUID[] stored(Connection connection, List<String> sessions) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select session_id, count(*) from logs where session_id = any(?) group by session_id")) {
            select.setArray(1, connection.createArrayOf("text", sessions.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    for (int errand = 0; errand <= rows.getInt(2); errand++) {
                        ids.add(Errands.id(rows.getString(1), errand));
                    }
                }
            }
        }
        return ids.toArray(UUID[]::new);
    }

    private static int delete(Connection connection, String table, String column, String type, Object[] values)
            throws SQLException {
        Array array = connection.createArrayOf(type, values);
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + column + " = any(?)")) {
            delete.setArray(1, array);
            return delete.executeUpdate();
        }
    }

    /** The audit keeps who did what when, without the caller's words. */
    private static void forgetWords(Connection connection, UUID[] posts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update moderation_audit"
                + " set content_before = null, content_after = null, reason = null where post_id = any(?)")) {
            update.setArray(1, connection.createArrayOf("uuid", posts));
            update.executeUpdate();
        }
    }
}
