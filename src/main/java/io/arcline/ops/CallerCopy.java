package io.arcline.ops;

import io.arcline.database.KeptTable;
import io.arcline.database.KeptTable.Tie;
import io.arcline.ops.mbean.CallerPage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A caller's own copy of everything that is kept, page by page, each with its entry in the audit. Thread-safe. */
record CallerCopy(DataSource database, CallerCalls callers, List<KeptTable> tables) {
    private static final int CALLS_AT_A_TIME = 20;

    /**
     * A page.
     *
     * @param after where the page before ended; "" for the first
     * @param operator for the audit
     */
    CallerPage page(String number, String after, String operator) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<String, Integer> counts = new TreeMap<>();
                List<String> calls = callers.all(connection, number, after, CALLS_AT_A_TIME);
                List<String> copies = new ArrayList<>();
                for (String call : calls) {
                    copies.add(ofCall(connection, call, counts));
                }
                boolean last = calls.size() < CALLS_AT_A_TIME;
                String others = last ? ofCaller(connection, number, counts) : "";
                CallerAudit.write(connection, operator, "copy", calls.size(), counts);
                connection.commit();
                return new CallerPage(String.join(",\n", copies), others, last ? "" : calls.getLast());
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private String ofCall(Connection connection, String call, Map<String, Integer> counts) throws SQLException {
        Object[] stored = CallerCalls.stored(connection, call).toArray();
        StringBuilder copy = new StringBuilder("{\"callSid\":\"" + call.replaceAll("[^A-Za-z0-9_-]", "?") + "\"");
        for (KeptTable table : tables) {
            switch (table.tie()) {
                case CALL -> append(connection, copy, table, "text", new Object[] {call}, counts);
                case ERRAND -> append(connection, copy, table, "uuid", stored, counts);
                case CALLER -> {}
            }
        }
        return copy.append("}").toString();
    }

    /** What hangs on no call. */
    private String ofCaller(Connection connection, String number, Map<String, Integer> counts) throws SQLException {
        StringBuilder copy = new StringBuilder();
        for (KeptTable table : tables) {
            if (table.tie() == Tie.CALLER) {
                append(connection, copy, table, "text", callers.names(number), counts);
            }
        }
        return copy.toString();
    }

    /** Adds {@code ,"table":[rows]}, where there are any. */
    private static void append(
            Connection connection,
            StringBuilder copy,
            KeptTable table,
            String type,
            Object[] values,
            Map<String, Integer> counts)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select to_jsonb(t) - ?::text[] from "
                + table.table() + " t where " + table.column() + " = any(?) order by t")) {
            select.setArray(1, connection.createArrayOf("text", table.withheld().toArray()));
            select.setArray(2, connection.createArrayOf(type, values));
            List<String> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            if (!rows.isEmpty()) {
                copy.append(",\n\"")
                        .append(table.table())
                        .append("\":[")
                        .append(String.join(",\n", rows))
                        .append("]");
                counts.merge(table.table(), rows.size(), Integer::sum);
            }
        }
    }
}
