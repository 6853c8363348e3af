package io.arcline.ops.mbean;

/** How calls outlive servers, for operators. Counts are since the start of this server. */
public interface ResilienceMXBean {
    String NAME = "io.arcline:type=Resilience";

    /** {@code not finishing moving emptying done}: how far this server is with letting its calls go. */
    String getDraining();

    /** Calls that are live on this server. */
    int getLiveCalls();

    /** Calls that came back to this server and went on where they were. */
    long getResumedCalls();

    /** Calls that came back to this server and began at the menu, because nobody knew where they were. */
    long getForgottenCalls();

    /** Calls that came back while their old socket was still open on this server. */
    long getTakenOverCalls();

    /** Losses of a socket that the carrier told this server, of whichever server's calls. */
    long getDroppedSockets();

    /** Moves that the carrier told this server, of whichever server's calls. */
    long getMovedCalls();

    /** Calls that this server had to end with an apology, of whichever server's. */
    long getLostCalls();

    /** Calls whose newest state is not saved yet. */
    int getUnsavedCalls();

    /** How long the oldest unsaved change has been waiting, in milliseconds; 0 where there is none. */
    long getBehindMillis();

    /** From a change to its commit, the oldest one of the last statement, in microseconds. */
    long getLastLagMicros();

    /** The longest of these since it was asked for last, in microseconds. */
    long takeLongestLagMicros();

    /** How long the last statement took, in microseconds. */
    long getLastStatementMicros();

    /** Statements that saved states. */
    long getStatements();

    /** States that were saved. */
    long getSavedStates();

    /** States that were not saved because another server has the call. */
    long getSupersededStates();

    /** Statements that failed. */
    long getFailedStatements();

    /** States that there was no room for. */
    long getDroppedStates();

    /**
     * Takes no new calls from now on, lets live ones finish and moves the others to other servers. The server goes on running.
     *
     * @param seconds from 1 to 3600
     */
    void drain(int seconds);

    /** Takes calls again. */
    void undrain();

    /**
     * Has a call go on elsewhere, as soon as its caller has done something that is to be answered.
     *
     * @return false where it is not live on this server
     */
    boolean move(String callSid);
}
