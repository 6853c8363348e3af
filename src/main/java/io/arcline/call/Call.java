package io.arcline.call;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.dialog.Turn;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.Talk;
import java.util.function.LongSupplier;

/**
 * One phone call in progress. Events are handled strictly in the order in which they were posted, one at a time, on the thread
 * that posts them (so a turn that waits for nothing costs no hand-over); an errand runs on a thread of its own, and while it
 * does, what the caller says waits for it, but barge-in and hanging up do not. Thread-safe.
 */
public final class Call {
    private final CallInfo info;
    private final Line line;
    private final Mouth mouth;
    private final Playback playback;
    private final Dialog dialog;
    private final ErrandRunner errands;
    private final CallObservers record;
    private final Handover handover;
    private final LongSupplier nanos;

    private final Mailbox mailbox;
    private final Deadlines deadlines = new Deadlines();
    private final Joining joining = new Joining();
    private final KeyEntry keys = new KeyEntry();
    private final Absence absence = new Absence();
    private final Floor floor;
    private final ReplyClock replyClock = new ReplyClock();
    private final Recent recent = new Recent();
    private volatile DialogState state = DialogState.initial();
    private volatile Status status = Status.LIVE;
    private volatile long lastActivity;
    private boolean faultSeen;

    /** Where a call is in its life. */
    public enum Status {
        LIVE,
        /** Our side has sent its end; the carrier's socket is still open. */
        ENDING,
        ENDED
    }

    Call(
            CallInfo info,
            Line line,
            Dialog dialog,
            ErrandRunner errands,
            CallObservers record,
            CallTimes times,
            Keeping keeping,
            Replays replays,
            LongSupplier nanos) {
        this.info = info;
        this.line = line;
        this.mailbox = new Mailbox(event -> record.around(info, () -> handle(event)));
        this.mouth = new Mouth(line);
        this.playback = mouth.playback();
        this.floor = new Floor(playback, absence, deadlines, times);
        this.dialog = dialog;
        this.errands = errands;
        this.record = record;
        this.handover = new Handover(this, record, keeping, replays, absence, deadlines);
        this.nanos = nanos;
        this.lastActivity = nanos.getAsLong();
    }

    public CallInfo info() {
        return info;
    }

    /** Where the dialog stands; a consistent snapshot. */
    public DialogState state() {
        return state;
    }

    public Status status() {
        return status;
    }

    /** When something last happened, on the clock that the call was given. */
    public long lastActivityNanos() {
        return lastActivity;
    }

    /**
     * Hands an event to the call. Returns when it has been handled, or at once when another thread is handling events of this
     * call, which then handles this one too. Never blocks and never throws.
     */
    public void post(CallEvent event) {
        if (!mailbox.post(event)) {
            line.abandon("too many events waiting");
        }
    }

    /** The call comes back: nothing is answered until {@link CallEvent.Resumed} has said where it stood. */
    void awaitRecollection() {
        handover.awaitRecollection();
    }

    /** Looks at the clock; to be called a few times a second from any thread. */
    void tick(long now) {
        // Whether it is still due is for the event's turn to find out: something may have come in between.
        if (deadlines.waitIsOver(now)) {
            post(new CallEvent.WaitOver());
        } else if (deadlines.goodbyeIsDue(now)) {
            post(new CallEvent.GoodbyeElapsed());
        } else if (deadlines.keysAreDue(now)) {
            post(new CallEvent.KeysPaused());
        } else if (deadlines.silenceIsDue(now)) {
            post(new CallEvent.SilenceElapsed());
        }
    }

    private void handle(CallEvent event) {
        // Taken over it may be after its end too, which may have come in between: somebody waits for the answer.
        if (status == Status.ENDED && !(event instanceof CallEvent.TakenOver)) {
            return;
        }
        lastActivity = nanos.getAsLong();
        try {
            if (awaitsItsTurn(event)) {
                playback.callersTurn(lastActivity);
            }
            if (awaitsItsTurn(event) && absence.canBeStopped() && breaksOff(event)) {
                stopErrand();
            }
            if (absence.isAway() && awaitsItsTurn(event)) {
                absence.defer(event);
                takeTheFloorBack();
            } else {
                take(event);
            }
        } catch (RuntimeException broken) {
            record.broken(info, broken);
            line.abandon("internal error");
        }
    }

    private void take(CallEvent event) {
        if (!awaitsItsTurn(event) || !handover.repeats(event, nanos.getAsLong())) {
            dispatch(event);
        }
    }

    private void dispatch(CallEvent event) {
        long now = nanos.getAsLong();
        switch (event) {
            case CallEvent.Connected() -> {
                record.connected(info);
                turn(new Heard.Connected());
            }
            case CallEvent.BetweenServers between -> handover.take(between, now);
            case CallEvent.Utterance(String text, String language, boolean last) -> {
                if (last) {
                    boolean goesOn = floor.callerSpeaks();
                    floor.callerSpeaks(false);
                    utterance(text, language, goesOn);
                } else {
                    callerHeard(now);
                }
            }
            case CallEvent.Key(char digit) -> {
                joining.settle();
                keyed(keys.pressed(digit, dialog.keying(state), now), now);
            }
            case CallEvent.KeysPaused() -> {
                if (deadlines.keysAreDue(now)) {
                    keyed(keys.complete(), now);
                }
            }
            case CallEvent.BargeIn(String heard) -> bargeIn(heard);
            case CallEvent.ShaniSpeaking(boolean on) -> {
                playback.speaking(on);
                voiceMayBeDone(now);
            }
            case CallEvent.CallerSpeaking(boolean on) -> {
                floor.callerSpeaks(on);
                if (on) {
                    callerHeard(now);
                } else if (status == Status.LIVE) {
                    floor.callerStopped(now);
                }
            }
            case CallEvent.Played(String text) -> {
                playback.played(text);
                voiceMayBeDone(now);
            }
            case CallEvent.CarrierFault(String description) -> {
                record.carrierFault(info, description, !faultSeen);
                faultSeen = true;
            }
            case CallEvent.ErrandSaid(int trip, String piece) -> errandSaid(trip, piece, now);
            case CallEvent.ErrandDone done -> errandDone(done);
            case CallEvent.SilenceElapsed() -> {
                if (deadlines.silenceIsDue(now)) {
                    deadlines.noSilence();
                    silence(now);
                }
            }
            case CallEvent.GoodbyeElapsed() -> {
                if (deadlines.goodbyeIsDue(now)) {
                    end();
                }
            }
            case CallEvent.Disconnected(String reason) -> disconnected(reason);
        }
    }

    private static boolean awaitsItsTurn(CallEvent event) {
        return event instanceof CallEvent.Key || event instanceof CallEvent.Utterance u && u.last();
    }

    /** Answers what was said while nothing could be answered. */
    void resumeDeferred() {
        while (!absence.isAway() && status == Status.LIVE) {
            CallEvent next = absence.nextDeferred();
            if (next == null) {
                return;
            }
            joining.settle();
            take(next);
        }
    }

    /** @param entry "" as long as it is not complete */
    private void keyed(String entry, long now) {
        if (!entry.isEmpty()) {
            turn(new Heard.Keys(entry));
        } else if (keys.isBegun()) {
            deadlines.noSilence();
            deadlines.keysAt(now + KeyEntry.PAUSE.toNanos());
        }
    }

    /** @param goesOn whether the caller is speaking on, so that more of the utterance is to be expected */
    private void utterance(String text, String language, boolean goesOn) {
        if (status != Status.LIVE) {
            return;
        }
        String whole = text;
        boolean joined = joining.open(playback.unheard(), nanos.getAsLong());
        if (joined) {
            mouth.withdraw();
            state = joining.before();
            whole = joining.with(text);
        }
        DialogState before = state;
        recent.caller(whole, playback.heard());
        // Of two answers that may be replaced the carrier might play both: the joined one replaces and stays.
        turn(new Heard.Speech(whole, language), goesOn && !joined);
        if (absence.isAway()) {
            joining.settle();
        } else {
            joining.answered(before, whole, nanos.getAsLong());
        }
    }

    /** The dialog answers what was heard. */
    void turn(Heard heard) {
        turn(heard, false);
    }

    private void turn(Heard heard, boolean tentative) {
        if (status != Status.LIVE) {
            return;
        }
        long began = nanos.getAsLong();
        deadlines.none();
        keys.forget();
        if (handover.leavesAt(heard, began)) {
            return;
        }
        DialogState before = state;
        if (heard instanceof Heard.Speech || heard instanceof Heard.Keys) {
            replyClock.asked(before.hotline(), began);
        }
        Turn turn = dialog.answer(before, heard);
        state = turn.state();
        boolean whole = !(turn.next() instanceof Turn.Next.Run);
        mouth.say(tentative && whole ? Joining.tentative(turn) : turn, whole, began);
        long now = nanos.getAsLong();
        record.turn(info, heard, before, turn, now - began);
        if (whole) {
            replyClock.answered(now).ifPresent(times -> record.answered(info, replyClock.hotline(), times));
        } else if (!turn.says().isEmpty()) {
            replyClock.filled(now);
        }
        handover.keep();
        switch (turn.next()) {
            case Turn.Next.Listen() -> floor.callersTurn(now);
            case Turn.Next.Run(var errand) -> {
                floor.errandBegins(now);
                run(errand);
            }
            case Turn.Next.HangUp() -> floor.goodbye(now);
        }
    }

    private void run(Errand errand) {
        int trip = absence.begin(errand.stoppable());
        Hearer hearer = new Hearer(piece -> post(new CallEvent.ErrandSaid(trip, piece)));
        absence.isHeardBy(hearer);
        Talk talk = new Talk(info.callSid(), info.from(), info.to(), recent.said());
        errands.run(
                errand, info, talk, state.errands(), hearer, outcome -> post(new CallEvent.ErrandDone(trip, outcome)));
    }

    /** An answer is being given: it is said as it comes, after whatever filled the wait. */
    private void errandSaid(int trip, String piece, long now) {
        if (status == Status.LIVE && absence.isOn(trip)) {
            mouth.goOn(piece, now);
            replyClock.answering(now);
            absence.said(piece);
            floor.errandSpeaks(now);
        }
    }

    /** A key is meant for now; words are, once something of the answer was said. */
    private boolean breaksOff(CallEvent event) {
        return event instanceof CallEvent.Key || !absence.told().isEmpty();
    }

    /** The caller does not want to hear the rest: the dialog goes on from what was heard. */
    private void stopErrand() {
        String told = absence.told();
        absence.stop();
        turn(new Heard.Returned(new Outcome.Told(told, playback.heardOf(told), Outcome.Told.End.LEFT)));
    }

    /** The answer belongs to the caller's turn before; one who has cut in since is let finish first. */
    private void errandDone(CallEvent.ErrandDone done) {
        if (!handover.isLeaving() && absence.isOn(done.trip()) && absence.ends(done)) {
            turn(new Heard.Returned(done.outcome()));
            resumeDeferred();
        }
    }

    private void takeTheFloorBack() {
        CallEvent.ErrandDone held = absence.takeTheFloorBack();
        if (held != null) {
            errandDone(held);
        }
    }

    private void silence(long now) {
        if (floor.isShanis(now)) {
            return;
        }
        if (!absence.isAway()) {
            turn(new Heard.Silence());
        } else if (absence.callerHasTheFloor()) {
            floor.takenBack(now);
            takeTheFloorBack();
        } else {
            fill(now);
        }
    }

    /** An errand takes long: nobody is left in dead air. What is said now belongs to the reply that the errand will bring. */
    private void fill(long now) {
        Turn filler = dialog.answer(state, new Heard.Silence());
        state = filler.state();
        mouth.say(filler, false, now);
        replyClock.filled(now);
        floor.filled(now);
    }

    private void bargeIn(String heard) {
        long now = nanos.getAsLong();
        mouth.cut(heard, now);
        keys.cut();
        if (playback.cutUnheard()) {
            joining.cutUnheard(now);
        } else {
            joining.settle();
        }
        record.interrupted(info, playback.heard());
        if (absence.canBeStopped()) {
            stopErrand();
        } else if (absence.isAway()) {
            floor.callerCutsIn(now);
        }
        callerHeard(now);
    }

    private void callerHeard(long now) {
        if (status == Status.LIVE) {
            floor.callerHeard(now);
        }
    }

    private void voiceMayBeDone(long now) {
        if (!playback.finished()) {
            return;
        }
        if (deadlines.goodbyeSaid()) {
            end();
        } else if (status == Status.LIVE) {
            floor.shaniFinished(now);
        }
    }

    /** The dialog goes on from here, where it stood on another socket. */
    void goOnFrom(DialogState stood) {
        state = stood;
    }

    /** Whether all that Shani said was heard. */
    boolean isHeard() {
        return playback.finished();
    }

    /** The session ends, and the carrier connects the call again. */
    void goElsewhere() {
        status = Status.ENDING;
        line.move();
        record.moved(info);
    }

    /** The call is over on this socket, whatever becomes of it on another. */
    void giveUp(String reason) {
        if (status != Status.ENDED) {
            disconnected(reason);
            line.abandon(reason);
        }
    }

    private void end() {
        if (status == Status.LIVE) {
            status = Status.ENDING;
            deadlines.none();
            line.end();
            record.endedByUs(info);
        }
    }

    private void disconnected(String reason) {
        String ours = handover.isLeaving() ? "moved" : "ended";
        record.disconnected(info, state, status == Status.ENDING ? ours : reason);
        status = Status.ENDED;
        deadlines.none();
        absence.forget();
    }
}
