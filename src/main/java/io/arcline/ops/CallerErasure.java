package io.arcline.ops;

import io.arcline.board.page.Board;
import io.arcline.database.KeptTable;
import io.arcline.database.KeptTable.Tie;
import io.arcline.ops.mbean.Erasure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Erases a caller, some calls at a time, each time in one transaction with its entry in the audit. What an interruption leaves is
 * found by the next run. Thread-safe.
 */
record CallerErasure(DataSource database, CallerCalls callers, List<KeptTable> tables) {
    private static final int CALLS_AT_A_TIME = 20;
    private static final String JOURNAL = "logs";

    /** @param operator for the audit */
    Erasure erase(String number, String operator) throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        int calls = 0;
        int batch;
        do {
            batch = batch(number, operator, rows);
            calls += batch;
        } while (batch == CALLS_AT_A_TIME);
        return new Erasure(
                calls,
                live(number),
                rows.getOrDefault(JOURNAL, 0),
                rows.getOrDefault(Board.INTEL.table(), 0),
                rows.getOrDefault(Board.MESSAGES.table(), 0),
                rows,
                stayed(number));
    }

    /** @return how many calls; the last batch has fewer than {@link #CALLS_AT_A_TIME}, and takes what hangs on no call */
    private int batch(String number, String operator, Map<String, Integer> rows) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<String, Integer> erased = new TreeMap<>();
                List<String> calls = callers.over(connection, number, "", CALLS_AT_A_TIME);
                ofCalls(connection, calls, erased);
                if (calls.size() < CALLS_AT_A_TIME) {
                    ofCaller(connection, number, erased);
                }
                CallerAudit.write(connection, operator, "erase", calls.size(), erased);
                connection.commit();
                erased.forEach((table, count) -> rows.merge(table, count, Integer::sum));
                return calls.size();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private void ofCalls(Connection connection, List<String> calls, Map<String, Integer> erased) throws SQLException {
        List<UUID> stored = new ArrayList<>();
        for (String call : calls) {
            stored.addAll(CallerCalls.stored(connection, call));
        }
        for (KeptTable table : tables) {
            switch (table.tie()) {
                case CALL -> erase(connection, table, "text", calls.toArray(), erased);
                case ERRAND -> erase(connection, table, "uuid", stored.toArray(), erased);
                case CALLER -> {}
            }
        }
    }

    private void ofCaller(Connection connection, String number, Map<String, Integer> erased) throws SQLException {
        for (KeptTable table : tables) {
            if (table.tie() == Tie.CALLER && !table.stays()) {
                erase(connection, table, "text", callers.names(number), erased);
            }
        }
    }

    private static void erase(
            Connection connection, KeptTable table, String type, Object[] values, Map<String, Integer> erased)
            throws SQLException {
        String statement = table.words().isEmpty()
                ? "delete from " + table.table()
                : "update " + table.table() + " set "
                        + table.words().stream().map(word -> word + " = null").collect(Collectors.joining(", "));
        try (PreparedStatement erase =
                connection.prepareStatement(statement + " where " + table.column() + " = any(?)")) {
            erase.setArray(1, connection.createArrayOf(type, values));
            int count = erase.executeUpdate();
            if (count > 0) {
                erased.merge(table.table(), count, Integer::sum);
            }
        }
    }

    private Map<String, Integer> stayed(String number) throws SQLException {
        Map<String, Integer> stayed = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (KeptTable table : tables) {
                if (table.stays()) {
                    try (PreparedStatement count = connection.prepareStatement(
                            "select count(*) from " + table.table() + " where " + table.column() + " = any(?)")) {
                        count.setArray(1, connection.createArrayOf("text", callers.names(number)));
                        try (ResultSet row = count.executeQuery()) {
                            row.next();
                            if (row.getInt(1) > 0) {
                                stayed.put(table.table(), row.getInt(1));
                            }
                        }
                    }
                }
            }
        }
        return stayed;
    }

    private int live(String number) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return callers.live(connection, number);
        }
    }
}
