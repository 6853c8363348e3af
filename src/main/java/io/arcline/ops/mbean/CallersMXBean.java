package io.arcline.ops.mbean;

import java.io.IOException;

/** What is kept of callers, for operators. */
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
    Erasure erase(String number, String operator) throws IOException;

    /**
     * Some of everything that is kept of a caller.
     *
     * @param number such as {@code +447700900001}
     * @param after {@link CallerPage#next()} of the page before; "" for the first
     * @param operator who asks, for the audit
     * @throws IOException when the database does not answer
     */
    CallerPage copy(String number, String after, String operator) throws IOException;
}
