package io.arcline.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Deletes rows when they are old, some at a time. Several servers may do it at once: one of them works on a table, the others leave it
 * to that one, and nothing is locked that a call writes.
 */
public final class Retention {
    private static final int BATCH = 5_000;

    private final DataSource database;
    private final List<KeptTable> tables;
    private final InstantSource clock;

    /** @param tables of which those without an age are left alone */
    public Retention(DataSource database, List<KeptTable> tables, InstantSource clock) {
        this.database = database;
        this.tables = List.copyOf(tables);
        this.clock = clock;
    }

    /**
     * Deletes what is too old, each batch in a transaction of its own.
     *
     * @return how many rows of which table; without tables in which there was nothing to delete
     */
    public Map<String, Long> run() throws SQLException {
        Map<String, Long> deleted = new TreeMap<>();
        for (KeptTable table : tables) {
            if (table.age().isPresent()) {
                int batch;
                do {
                    batch = deleteBatch(table.table(), table.age().get());
                    if (batch > 0) {
                        deleted.merge(table.table(), (long) batch, Long::sum);
                    }
                } while (batch == BATCH);
            }
        }
        return deleted;
    }

    private int deleteBatch(String table, KeptTable.Age age) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int deleted = isOurs(connection, table) ? delete(connection, table, age) : 0;
                connection.commit();
                return deleted;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /** Whether no other server deletes from this table at the moment; until the end of the transaction none will. */
    private static boolean isOurs(Connection connection, String table) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtext('arcline retention'), hashtext(?))")) {
            lock.setString(1, table);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private int delete(Connection connection, String table, KeptTable.Age age) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table
                + " where ctid = any(array(select ctid from " + table + " where " + age.column() + " < ? and ("
                + age.condition() + ") order by " + age.column() + " limit ?))")) {
            delete.setObject(1, clock.instant().minus(age.kept()).atOffset(ZoneOffset.UTC));
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }
}
