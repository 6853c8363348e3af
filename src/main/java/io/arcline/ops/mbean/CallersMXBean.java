package io.arcline.ops.mbean;

import java.io.IOException;

/** What is kept of callers, for operators. */
@Described("What is kept of callers.")
public interface CallersMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Callers";

    /**
     * Deletes everything that is kept of a caller, except what belongs to calls that go on.
     *
     * @param number such as {@code +447700900001}
     * @param operator who does it, for the audit
     * @throws IOException when the database does not answer; some of it may be deleted already
     */
    @Described("Deletes everything that is kept of a caller, except what belongs to calls that go on.")
    Erasure erase(
            @Described("Such as +447700900001.") String number,
            @Described("Who does it, for the audit.") String operator)
            throws IOException;

    /**
     * Some of everything that is kept of a caller.
     *
     * @param number such as {@code +447700900001}
     * @param after {@link CallerPage#next()} of the page before; "" for the first
     * @param operator who asks, for the audit
     * @throws IOException when the database does not answer
     */
    @Described("Some of everything that is kept of a caller, page by page.")
    CallerPage copy(
            @Described("Such as +447700900001.") String number,
            @Described("What the page before has as next, empty for the first.") String after,
            @Described("Who asks, for the audit.") String operator)
            throws IOException;
}
