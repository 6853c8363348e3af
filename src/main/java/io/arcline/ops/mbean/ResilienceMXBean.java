package io.arcline.ops.mbean;

/** How calls outlive servers, for operators. Counts are since the start of this server. */
@Described("How calls outlive servers, and draining. Counts are since the start of this server.")
public interface ResilienceMXBean {
    String NAME = "io.arcline:type=Resilience";

    /** {@code not finishing moving emptying done}: how far this server is with letting its calls go. */
    @Described("How far this server is with letting its calls go: not, finishing, moving, emptying or done.")
    String getDraining();

    @Described("Calls that are live on this server.")
    int getLiveCalls();

    @Described("Calls that came back to this server and went on where they were.")
    long getResumedCalls();

    @Described("Calls that came back to this server and began at the menu, because nobody knew where they were.")
    long getForgottenCalls();

    @Described("Calls that came back while their old socket was still open on this server.")
    long getTakenOverCalls();

    @Described("Losses of a socket that the carrier told this server, of whichever server's calls.")
    long getDroppedSockets();

    @Described("Moves that the carrier told this server, of whichever server's calls.")
    long getMovedCalls();

    @Described("Calls that this server had to end with an apology, of whichever server's.")
    long getLostCalls();

    @Described("Calls whose newest state is not saved yet.")
    int getUnsavedCalls();

    @Described("How long the oldest unsaved change has been waiting, in milliseconds; 0 where there is none.")
    long getBehindMillis();

    @Described("From a change to its commit, the oldest one of the last statement, in microseconds.")
    long getLastLagMicros();

    @Described("The longest of these since it was asked for last, in microseconds.")
    long takeLongestLagMicros();

    @Described("How long the last statement took, in microseconds.")
    long getLastStatementMicros();

    @Described("Statements that saved states.")
    long getStatements();

    @Described("States that were saved.")
    long getSavedStates();

    @Described("States that were not saved because another server has the call.")
    long getSupersededStates();

    @Described("Statements that failed.")
    long getFailedStatements();

    @Described("States that there was no room for.")
    long getDroppedStates();

    /**
     * Takes no new calls from now on, lets live ones finish and moves the others to other servers. The server goes on running.
     *
     * @param seconds from 1 to 3600
     */
    @Described("Takes no new calls from now on, lets live ones finish and moves the others to other servers; the server"
            + " goes on running.")
    void drain(@Described("Within how many seconds, from 1 to 3600.") int seconds);

    @Described("Takes calls again.")
    void undrain();

    /**
     * Has a call go on elsewhere, as soon as its caller has done something that is to be answered.
     *
     * @return false where it is not live on this server
     */
    @Described(
            "Has a call go on elsewhere, as soon as its caller has done something that is to be answered; false where"
                    + " it is not live here.")
    boolean move(@Described("The call's SID, such as CA01234.") String callSid);
}
