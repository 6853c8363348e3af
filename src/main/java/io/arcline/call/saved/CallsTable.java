package io.arcline.call.saved;

import io.arcline.database.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The table {@code calls}. Thread-safe; blocks. */
public final class CallsTable {
    /** Twice as long as a call can be silent without a turn, with room to spare: nobody comes back to an older state. */
    public static final Duration KEPT = Duration.ofHours(2);

    /** An equal state is written over: it is the same one, written again after nobody knew whether it had been. */
    private static final String SAVE = """
            insert into calls as kept (call_sid, generation, sequence, server, state, updated_at)
            select call_sid, generation, sequence, ?, state::jsonb, now()
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[]) as new (call_sid, generation, sequence, state)
            on conflict (call_sid) do update set generation = excluded.generation, sequence = excluded.sequence,
                server = excluded.server, state = excluded.state, updated_at = excluded.updated_at
            where (kept.generation, kept.sequence) <= (excluded.generation, excluded.sequence)
            returning call_sid""";

    private static final String LOAD = """
            select generation, sequence, state, (extract(epoch from now() - updated_at) * 1000)::bigint
            from calls where call_sid = ?""";

    private static final String WRITTEN = """
            select call_sid, generation, sequence, state, (extract(epoch from now() - updated_at) * 1000)::bigint
            from calls where updated_at > now() - ? * interval '1 millisecond' and (? or server <> ?)""";

    private final DataSource database;
    private final String server;

    /** @param server this one's name among all that write into the table */
    public CallsTable(DataSource database, String server) {
        this.database = database;
        this.server = server;
    }

    /**
     * What the table has of a call.
     *
     * @param age since it was written
     */
    public record Row(SavedCall saved, Duration age) {}

    /**
     * Writes states in one statement, each unless a later one of the call is there.
     *
     * @param states at most one of each call
     * @return the calls of which a later state is there: somebody else holds them now
     */
    Set<String> save(Collection<SavedCall> states) throws SQLException {
        Set<String> superseded = new HashSet<>();
        states.forEach(state -> superseded.add(state.callSid()));
        try (Connection connection = database.getConnection();
                PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, server);
            Columns columns = new Columns(save, 2);
            columns.texts(states, SavedCall::callSid);
            columns.numbers(states, SavedCall::generation);
            columns.numbers(states, SavedCall::sequence);
            columns.texts(states, SavedCall::state);
            try (ResultSet saved = save.executeQuery()) {
                while (saved.next()) {
                    superseded.remove(saved.getString(1));
                }
            }
        }
        return superseded;
    }

    /** What is there of a call. */
    Optional<Row> load(String callSid) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement load = connection.prepareStatement(LOAD)) {
            load.setString(1, callSid);
            try (ResultSet row = load.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                new SavedCall(callSid, row.getLong(1), row.getLong(2), row.getString(3)),
                                Duration.ofMillis(Math.max(0, row.getLong(4)))))
                        : Optional.empty();
            }
        }
    }

    /**
     * What was written within a time, calls that are over among it.
     *
     * @param own whether what this server wrote is among it
     */
    List<Row> writtenWithin(Duration time, boolean own) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WRITTEN)) {
            select.setLong(1, time.toMillis());
            select.setBoolean(2, own);
            select.setString(3, server);
            List<Row> all = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(new Row(
                            new SavedCall(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getString(4)),
                            Duration.ofMillis(Math.max(0, rows.getLong(5)))));
                }
            }
            return all;
        }
    }
}
