package io.arcline.journal;

import io.arcline.database.Columns;
import io.arcline.database.Storable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The table {@code logs}. Thread-safe. */
public final class LogsTable {
    private static final String INSERT = """
            insert into logs (id, session_id, message, level, metadata, created_at)
            select id::uuid, session_id, message, level, metadata::jsonb,
                timestamptz 'epoch' + micros * interval '1 microsecond'
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                as entry (id, session_id, message, level, metadata, micros)""";

    /** For those that may be there already. Of an entry that is not, it takes a seventh more of the database's time. */
    private static final String INSERT_MISSING = INSERT + " on conflict (id) do nothing";

    private static final System.Logger LOG = System.getLogger(LogsTable.class.getName());

    private final DataSource database;
    private final AtomicLong refused = new AtomicLong();

    public LogsTable(DataSource database) {
        this.database = database;
    }

    /**
     * Writes entries in one transaction, or each in one of its own where some of them cannot be written. Those that are there
     * already change nothing. An entry that the table refuses for what it is holds nobody up: it is left out and counted.
     *
     * @throws StoreAwayException when they are not known to be written
     */
    public void insert(List<JournalEntry> entries) {
        try {
            insertAll(INSERT, entries);
        } catch (SQLException failed) {
            if (!isRefusal(failed)) {
                throw new StoreAwayException(failed);
            }
            insertOneByOne(entries);
        }
    }

    /** Entries that the table refused for what they are, since the start. */
    public long refused() {
        return refused.get();
    }

    private void insertOneByOne(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            try {
                insertAll(INSERT_MISSING, List.of(entry));
            } catch (SQLException failed) {
                if (!isRefusal(failed)) {
                    throw new StoreAwayException(failed);
                }
                refused.incrementAndGet();
                LOG.log(System.Logger.Level.ERROR, "the table logs refuses an entry: {0}", failed.getSQLState());
            }
        }
    }

    private void insertAll(String statement, List<JournalEntry> entries) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(statement)) {
                Columns columns = new Columns(insert);
                columns.texts(entries, entry -> entry.id().toString());
                columns.texts(entries, entry -> Storable.text(entry.sessionId()));
                columns.texts(entries, entry -> Storable.text(entry.message()));
                columns.texts(entries, entry -> entry.level().column());
                columns.texts(entries, entry -> EntryJson.metadata(entry.metadata()));
                columns.numbers(entries, entry -> micros(entry.createdAt()));
                insert.executeUpdate();
                connection.commit();
            } catch (SQLException failed) {
                rollBack(connection);
                throw failed;
            }
        }
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.log(System.Logger.Level.DEBUG, "no connection to roll back on", gone);
        }
    }

    /** Whether the database answered that it never will take this: "data exception" or "integrity constraint violation". */
    private static boolean isRefusal(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
