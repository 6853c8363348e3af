package io.arcline.ops;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** The table {@code caller_audit}: who erased or copied what is kept of a caller, when and how much; not of which caller. */
final class CallerAudit {
    private CallerAudit() {}

    /** Adds an entry within the transaction of what it is about. */
    static void write(Connection connection, String operator, String action, int calls, Map<String, Integer> rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into caller_audit (operator, action, calls, entries) values (?, ?, ?, ?)")) {
            insert.setString(1, operator);
            insert.setString(2, action);
            insert.setInt(3, calls);
            insert.setInt(4, rows.values().stream().mapToInt(Integer::intValue).sum());
            insert.executeUpdate();
        }
    }
}
