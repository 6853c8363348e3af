package io.arcline.ops;

import io.arcline.hotline.errand.Errands;
import io.arcline.journal.CallerIdentity;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A caller's calls, and conversations by text message, found in the journal by the caller's name there, and what they can have
 * stored.
 */
record CallerCalls(CallerIdentity callers) {
    /**
     * A text message, a call that is over, or one whose server must be gone; while one goes on the journal still writes. A session
     * that was disconnected is not the end of a call that has a state to go on from, or was taken up again.
     */
    private static final String OVER = """
            (l.message = 'text received'
             or exists (select from calls c where c.call_sid = l.session_id and c.state is null)
             or not exists (select from calls c where c.call_sid = l.session_id)
                and exists (select from logs e where e.session_id = l.session_id and e.message = 'call disconnected'
                            and not exists (select from logs r where r.session_id = l.session_id
                                            and r.message = 'call resumed' and r.created_at > e.created_at))
             or not exists (select from logs e where e.session_id = l.session_id
                            and e.created_at > now() - interval '15 minutes'))""";

    private static final String CALLS_OF = """
            select distinct session_id from logs l
            where (message = 'call connected' and metadata ->> 'caller' = any(?)
                   or message = 'text received' and metadata ->> 'caller' = any(?)) and session_id > ?""";

    /** The caller's name under every key there was. */
    Object[] names(String number) {
        return callers.all(number).toArray();
    }

    /** Some calls that are over, in the order of their SIDs. */
    List<String> over(Connection connection, String number, String after, int most) throws SQLException {
        return calls(connection, number, after, CALLS_OF + " and " + OVER + " order by session_id limit " + most);
    }

    /** Some calls, in the order of their SIDs. */
    List<String> all(Connection connection, String number, String after, int most) throws SQLException {
        return calls(connection, number, after, CALLS_OF + " order by session_id limit " + most);
    }

    /** How many calls go on. */
    int live(Connection connection, String number) throws SQLException {
        return calls(connection, number, "", CALLS_OF + " and not " + OVER).size();
    }

    /** The keys of all that a call can have stored: a call runs at most one errand a turn. */
    static List<UUID> stored(Connection connection, String call) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select greatest(count(*), max(case when message = 'turn' then (metadata ->> 'turn')::int end))
                from logs where session_id = ?""")) {
            select.setString(1, call);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                List<UUID> ids = new ArrayList<>();
                for (int errand = 0; errand <= row.getInt(1); errand++) {
                    ids.add(Errands.id(call, errand));
                }
                return ids;
            }
        }
    }

    private List<String> calls(Connection connection, String number, String after, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            Array names = connection.createArrayOf("text", names(number));
            select.setArray(1, names);
            select.setArray(2, names);
            select.setString(3, after);
            List<String> calls = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    calls.add(rows.getString(1));
                }
            }
            return calls;
        }
    }
}
