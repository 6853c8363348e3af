package io.arcline.call;

import io.arcline.hotline.dialog.Outcome;
import java.util.Optional;
import java.util.function.Consumer;

/** What can happen to a call, in the words of telephony; the carrier's room translates its own frames into these. */
public sealed interface CallEvent {

    /** It has to do with the call's leaving a server or coming back to one. */
    sealed interface BetweenServers extends CallEvent {}

    /** The session is set up; the caller listens. */
    record Connected() implements CallEvent {}

    /**
     * The call has come back on another socket.
     *
     * @param from where it stood
     */
    record Resumed(Resumption from) implements BetweenServers {}

    /**
     * Another socket on this server has the call now, and is told where it stands.
     *
     * @param successor told at once; nothing where this one has not been told itself yet
     */
    record TakenOver(Consumer<Optional<Resumption>> successor) implements BetweenServers {}

    /** Another server has the call now. */
    record Superseded() implements BetweenServers {}

    /**
     * The call shall go on elsewhere.
     *
     * @param atOnce wherever it stands; otherwise when the caller has done something that is to be answered
     */
    record Move(boolean atOnce) implements BetweenServers {}

    /** What became of saving where the call stands, so that it can be moved. */
    record ReadyToMove(boolean saved) implements BetweenServers {}

    /** What was waited for has had its time: a carrier's repetitions, or the saving before a move. */
    record WaitOver() implements BetweenServers {}

    /**
     * The caller speaks.
     *
     * @param language BCP 47 tag that recognition gave, "" where it gave none
     * @param last whether the utterance is finished: only then it is answered
     */
    record Utterance(String text, String language, boolean last) implements CallEvent {}

    /**
     * The caller pressed a key: one of {@code 0-9 * #}. Answered at once, or with those that follow, where the step of the dialog
     * takes several for one entry. A {@code #} right after a digit only ends the entry.
     */
    record Key(char digit) implements CallEvent {}

    /** No further key has followed for as long as callers take between two keys of one entry. */
    record KeysPaused() implements CallEvent {}

    /**
     * The caller cut Shani off; what was queued is gone.
     *
     * @param heard what was heard of the clause in progress, may be ""
     */
    record BargeIn(String heard) implements CallEvent {}

    /** Shani's voice is on the line, or has stopped. */
    record ShaniSpeaking(boolean on) implements CallEvent {}

    /** The caller's voice is on the line, or has stopped. */
    record CallerSpeaking(boolean on) implements CallEvent {}

    /** This much of what was sent has been played to the caller. */
    record Played(String text) implements CallEvent {}

    /** The carrier reports a fault with something that was sent to it. */
    record CarrierFault(String description) implements CallEvent {}

    /**
     * A piece of the answer that an errand brings, to be said at once.
     *
     * @param trip which of the call's errands it is
     */
    record ErrandSaid(int trip, String piece) implements CallEvent {}

    /**
     * An errand has come back.
     *
     * @param trip which of the call's errands it is
     */
    record ErrandDone(int trip, Outcome outcome) implements CallEvent {}

    /** Nobody spoke for as long as the call waits. */
    record SilenceElapsed() implements CallEvent {}

    /** The goodbye has had the time that it takes to be heard. */
    record GoodbyeElapsed() implements CallEvent {}

    /** The carrier's socket is gone. */
    record Disconnected(String reason) implements CallEvent {}
}
