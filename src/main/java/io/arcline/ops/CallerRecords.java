package io.arcline.ops;

import io.arcline.database.KeptTable;
import io.arcline.journal.CallerIdentity;
import io.arcline.ops.mbean.CallerPage;
import io.arcline.ops.mbean.Erasure;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * What is kept of one caller: found by the caller's name in the journal, and from the calls on by what was stored in them. Reports
 * of calls whose journal is gone already cannot be told from others. Thread-safe.
 */
public final class CallerRecords {
    private final CallerErasure erasure;
    private final CallerCopy copy;

    /** @param tables every one that holds something of callers */
    public CallerRecords(DataSource database, CallerIdentity callers, List<KeptTable> tables) {
        CallerCalls calls = new CallerCalls(callers);
        this.erasure = new CallerErasure(database, calls, tables);
        this.copy = new CallerCopy(database, calls, tables);
    }

    /**
     * Deletes everything that is kept of a caller, except what belongs to calls that go on.
     *
     * @param number as the carrier gives it, such as {@code +447700900001}
     * @param operator who does it, for the audit
     */
    public Erasure erase(String number, String operator) throws SQLException {
        return erasure.erase(number, operator);
    }

    /**
     * Some of everything that is kept of a caller.
     *
     * @param after {@link CallerPage#next()} of the page before; "" for the first
     * @param operator who asks, for the audit
     */
    public CallerPage copy(String number, String after, String operator) throws SQLException {
        return copy.page(number, after, operator);
    }
}
