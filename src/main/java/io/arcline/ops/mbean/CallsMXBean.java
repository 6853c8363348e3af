package io.arcline.ops.mbean;

import java.util.List;

/** The calls of this server, for operators. */
@Described("The calls of this server.")
public interface CallsMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Calls";

    @Described("Calls in progress.")
    int getLiveCalls();

    @Described("Calls at the same time that this server takes.")
    int getMostCalls();

    /** Live calls and those that ended within the last quarter of an hour, the newest first. */
    @Described("Live calls and those that ended within the last quarter of an hour, the newest first; no numbers and no"
            + " words.")
    List<CallRow> getCalls();

    /** One of them; null where there is none with this SID. */
    @Described("One of them; nothing where there is none.")
    CallRow getCall(@Described("The call's SID, such as CA01234.") String callSid);
}
