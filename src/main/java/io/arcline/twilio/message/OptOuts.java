package io.arcline.twilio.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** The table {@code text_opt_outs}: whoever answered STOP gets no text messages until START. Thread-safe; blocks. */
public final class OptOuts {
    private final DataSource database;
    private final Function<String, List<String>> names;

    /** @param names every name that a number may be written down by, the present one first */
    public OptOuts(DataSource database, Function<String, List<String>> names) {
        this.database = database;
        this.names = names;
    }

    /** Whether this number wants no text messages. */
    public boolean contains(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from text_opt_outs where caller = any(?)")) {
            select.setArray(
                    1, connection.createArrayOf("text", names.apply(number).toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    public void add(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into text_opt_outs (caller) values (?) on conflict do nothing")) {
            insert.setString(1, names.apply(number).getFirst());
            insert.executeUpdate();
        }
    }

    /** Returns whether the number was one. */
    public boolean remove(String number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from text_opt_outs where caller = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("text", names.apply(number).toArray()));
            return delete.executeUpdate() > 0;
        }
    }
}
