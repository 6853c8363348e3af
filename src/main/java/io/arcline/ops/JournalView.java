package io.arcline.ops;

import io.arcline.journal.LogRow;
import io.arcline.journal.LogRows;
import io.arcline.ops.mbean.JournalMXBean;
import io.arcline.ops.mbean.JournalRow;
import jakarta.data.Limit;
import jakarta.data.exceptions.DataException;
import java.util.List;

/** The journal, as operators see it. */
record JournalView(LogRows rows) implements JournalMXBean {
    /** A call of an hour has some thousand entries. */
    private static final Limit MOST = Limit.of(5_000);

    @Override
    public List<JournalRow> getEntries(String callSid) {
        try {
            return rows.bySessionId(callSid, MOST).stream()
                    .map(JournalView::row)
                    .toList();
        } catch (DataException away) {
            throw new IllegalStateException("the database does not answer");
        }
    }

    private static JournalRow row(LogRow row) {
        return new JournalRow(
                row.createdAt().toString(),
                row.level(),
                row.message(),
                row.metadata().toString());
    }
}
