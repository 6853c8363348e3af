package io.arcline.ops.mbean;

import java.util.List;

/** What happened in calls, for operators. */
@Described("What happened in calls.")
public interface JournalMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Journal";

    /**
     * A call's journal as far as it is in the database, in order; empty for a call that nothing is known of.
     *
     * @throws IllegalStateException when the database does not answer
     */
    @Described("A call's journal as far as it is in the database, in order; also of other servers and earlier days.")
    List<JournalRow> getEntries(@Described("The call's SID, such as CA01234.") String callSid);
}
