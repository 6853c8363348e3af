package io.arcline.ops;

import io.arcline.ops.mbean.CallerPage;
import io.arcline.ops.mbean.CallersMXBean;
import io.arcline.ops.mbean.Erasure;
import java.io.IOException;
import java.sql.SQLException;

/** What is kept of callers, for operators. */
record CallersView(CallerRecords records) implements CallersMXBean {
    @Override
    public Erasure erase(String number, String operator) throws IOException {
        try {
            return records.erase(number, operator);
        } catch (SQLException away) {
            throw failure(away);
        }
    }

    @Override
    public CallerPage copy(String number, String after, String operator) throws IOException {
        try {
            return records.copy(number, after, operator);
        } catch (SQLException away) {
            throw failure(away);
        }
    }

    /** Without the cause, which is not on the class path of whoever asks. */
    private static IOException failure(SQLException away) {
        return new IOException("the database failed, SQLState " + away.getSQLState());
    }
}
