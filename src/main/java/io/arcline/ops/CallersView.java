package io.arcline.ops;

import io.arcline.ops.mbean.CallersMXBean;
import io.arcline.ops.mbean.Erasure;
import java.io.IOException;
import java.sql.SQLException;

/** What is kept of callers, for operators. */
record CallersView(CallerRecords records) implements CallersMXBean {
    @Override
    public Erasure erase(String number) throws IOException {
        try {
            return records.erase(number);
        } catch (SQLException away) {
            // The cause is not on the class path of whoever asks.
            throw new IOException("the database failed, SQLState " + away.getSQLState());
        }
    }
}
