package io.arcline.journal;

import io.arcline.database.Storable;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The table {@code logs}. Thread-safe. */
public final class LogsTable {
    private static final String INSERT = """
            insert into logs (id, session_id, message, level, metadata, created_at) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing""";

    private static final System.Logger LOG = System.getLogger(LogsTable.class.getName());

    private final DataSource database;
    private final AtomicLong refused = new AtomicLong();

    public LogsTable(DataSource database) {
        this.database = database;
    }

    /**
     * Writes entries in one transaction; those that are there already change nothing. An entry that the table refuses for what
     * it is holds nobody up: it is left out and counted.
     *
     * @throws StoreAwayException when they are not known to be written
     */
    public void insert(List<JournalEntry> entries) {
        try {
            insertAll(entries);
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
                insertAll(List.of(entry));
            } catch (SQLException failed) {
                if (!isRefusal(failed)) {
                    throw new StoreAwayException(failed);
                }
                refused.incrementAndGet();
                LOG.log(System.Logger.Level.ERROR, "the table logs refuses an entry: {0}", failed.getSQLState());
            }
        }
    }

    private void insertAll(List<JournalEntry> entries) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (JournalEntry entry : entries) {
                    insert.setObject(1, entry.id());
                    insert.setString(2, Storable.text(entry.sessionId()));
                    insert.setString(3, Storable.text(entry.message()));
                    insert.setString(4, entry.level().column());
                    insert.setString(5, EntryJson.text(entry.metadata()));
                    insert.setObject(6, entry.createdAt().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException failed) {
                rollBack(connection);
                throw failed;
            }
        }
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
        if (state == null && failed instanceof BatchUpdateException && failed.getNextException() != null) {
            state = failed.getNextException().getSQLState();
        }
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
