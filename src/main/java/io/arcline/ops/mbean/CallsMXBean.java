package io.arcline.ops.mbean;

import java.util.List;

/** The calls of this server, for operators. */
public interface CallsMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Calls";

    /** Calls in progress. */
    int getLiveCalls();

    /** Calls at the same time that this server takes. */
    int getMostCalls();

    /** Live calls and those that ended within the last quarter of an hour, the newest first. */
    List<CallRow> getCalls();

    /** One of them; null where there is none with this SID. */
    CallRow getCall(String callSid);
}
