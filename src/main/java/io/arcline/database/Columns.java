package io.arcline.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows as arrays, one for each column, for a statement that takes them apart by {@code unnest}. The driver sends arrays of strings
 * and of longs in binary form, which PostgreSQL reads without looking for quotes: half of what the same rows as JSON cost it.
 * Arrays of any other Java type, {@code Object[]} among them, go as text.
 */
public final class Columns {
    private final PreparedStatement statement;
    private int next;

    /** Columns that are the statement's parameters from the first on. */
    public Columns(PreparedStatement statement) {
        this(statement, 1);
    }

    /** @param first the parameter that is the first column, counted from 1 */
    public Columns(PreparedStatement statement, int first) {
        this.statement = statement;
        next = first;
    }

    /** The next column, {@code text[]}; what a row has may be null. */
    public <R> void texts(Collection<R> rows, Function<R, String> value) throws SQLException {
        String[] values = new String[rows.size()];
        int at = 0;
        for (R row : rows) {
            values[at++] = value.apply(row);
        }
        array("text", values);
    }

    /** The next column, {@code bigint[]}. */
    public <R> void numbers(Collection<R> rows, ToLongFunction<R> value) throws SQLException {
        Long[] values = new Long[rows.size()];
        int at = 0;
        for (R row : rows) {
            values[at++] = value.applyAsLong(row);
        }
        array("int8", values);
    }

    private void array(String type, Object[] values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    }
}
