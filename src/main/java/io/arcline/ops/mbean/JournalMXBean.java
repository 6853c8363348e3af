package io.arcline.ops.mbean;

import java.util.List;

/** What happened in calls, for operators. */
public interface JournalMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Journal";

    /**
     * A call's journal as far as it is in the database, in order; empty for a call that nothing is known of.
     *
     * @throws IllegalStateException when the database does not answer
     */
    List<JournalRow> getEntries(String callSid);
}
