package io.arcline.call;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;

/**
 * Is told what happens in calls: for the journal, the meters and the traces. Told on the calls' own threads, of one call one thing
 * at a time (errands besides, on theirs); must return at once and must not throw. All times are durations in nanoseconds.
 */
public interface CallObserver {

    /** One that puts something around the work of calls, such as the call's name on what is logged. */
    interface Surrounding extends CallObserver {

        /** Runs some work of a call, at once and on this thread. */
        void around(CallInfo call, Runnable work);
    }

    /** The call is set up; the caller listens. */
    default void connected(CallInfo call) {}

    /**
     * The call has come back, after its socket was lost or from another server.
     *
     * @param how what was known of it: which part was missing
     */
    default void resumed(CallInfo call, String how) {}

    /** The call goes on elsewhere: our side ends the session for that. */
    default void moved(CallInfo call) {}

    /**
     * The dialog has answered.
     *
     * @param nanos how long it took to find the answer and to give it to the line
     */
    default void turn(CallInfo call, Heard heard, DialogState before, Turn turn, long nanos) {}

    /**
     * The caller has spoken or pressed a key, and the reply is complete with these words.
     *
     * @param hotline where the caller was
     */
    default void answered(CallInfo call, Hotline hotline, ReplyTimes times) {}

    /** The first words of what an errand tells have come: of the assistant's answer, while it is being given. */
    default void firstToken(CallInfo call, Errand errand, long nanos) {}

    /** An errand has come back. */
    default void errand(CallInfo call, Errand errand, Outcome outcome, long nanos) {}

    /** @param heardOfReply the words that were heard of the reply that the caller cut off */
    default void interrupted(CallInfo call, String heardOfReply) {}

    /**
     * The carrier refused something that was sent to it.
     *
     * @param first whether it is the call's first
     */
    default void carrierFault(CallInfo call, String description, boolean first) {}

    /** Our side ends the call; the carrier is expected to close the socket. */
    default void endedByUs(CallInfo call) {}

    /**
     * The call is over.
     *
     * @param reason {@code ended} where our side had ended it, {@code moved} where it goes on elsewhere, else what the socket's closing said
     */
    default void disconnected(CallInfo call, DialogState state, String reason) {}

    /** A mistake in this server broke the call. */
    default void broken(CallInfo call, RuntimeException cause) {}
}
