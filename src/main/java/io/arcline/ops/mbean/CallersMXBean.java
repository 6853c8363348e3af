package io.arcline.ops.mbean;

import java.io.IOException;

/** What is kept of callers, for operators. */
public interface CallersMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Callers";

    /**
     * Deletes everything that is kept of a caller.
     *
     * @param number such as {@code +447700900001}
     * @throws IOException when the database does not answer; some of it may be deleted already
     */
    Erasure erase(String number) throws IOException;
}
