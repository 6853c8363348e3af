package io.arcline.call;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Turn;
import java.util.function.LongSupplier;

/**
 * One phone call in progress. Events are handled strictly in the order in which they were posted, one at a time, on the thread
 * that posts them (so a turn that waits for nothing costs no hand-over); an errand runs on a thread of its own, and while it
 * does, what the caller says waits for it, but barge-in and hanging up do not. Thread-safe.
 */
public final class Call {
    /** Nobody speaks longer without a pause; a carrier that never says that the caller has stopped is not waited for longer. */
    private static final long LONGEST_UTTERANCE_NANOS = 120_000_000_000L;

    /** Between two looks whether Shani still speaks, when the estimate of her words' length was short. */
    private static final long SPEAKING_STILL_NANOS = 500_000_000L;

    /** So long a caller who cut in while an errand runs is let finish before she hears what came of it. */
    private static final long FLOOR_NANOS = 10_000_000_000L;

    private final CallInfo info;
    private final Line line;
    private final Mouth mouth;
    private final Playback playback;
    private final Dialog dialog;
    private final ErrandRunner errands;
    private final CallObserver record;
    private final CallTimes times;
    private final LongSupplier nanos;

    private final Mailbox mailbox;
    private final Deadlines deadlines = new Deadlines();
    private final Joining joining = new Joining();
    private final Absence absence = new Absence();
    private final ReplyClock replyClock = new ReplyClock();
    private volatile DialogState state = DialogState.initial();
    private volatile Status status = Status.LIVE;
    private volatile long lastActivity;
    private boolean callerSpeaks;
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
            CallObserver record,
            CallTimes times,
            LongSupplier nanos) {
        this.info = info;
        this.line = line;
        this.mailbox = new Mailbox(event -> record.around(info, () -> handle(event)));
        this.mouth = new Mouth(line);
        this.playback = mouth.playback();
        this.dialog = dialog;
        this.errands = errands;
        this.record = record;
        this.times = times;
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

    /** Looks at the clock; to be called a few times a second from any thread. */
    void tick(long now) {
        // Whether it is still due is for the event's turn to find out: something may have come in between.
        if (deadlines.goodbyeIsDue(now)) {
            post(new CallEvent.GoodbyeElapsed());
        } else if (deadlines.silenceIsDue(now)) {
            post(new CallEvent.SilenceElapsed());
        }
    }

    private void handle(CallEvent event) {
        if (status == Status.ENDED) {
            return;
        }
        lastActivity = nanos.getAsLong();
        try {
            if (awaitsItsTurn(event)) {
                playback.callersTurn(lastActivity);
            }
            if (absence.isAway() && awaitsItsTurn(event)) {
                absence.defer(event);
                takeTheFloorBack();
            } else {
                dispatch(event);
            }
        } catch (RuntimeException broken) {
            record.broken(info, broken);
            line.abandon("internal error");
        }
    }

    private void dispatch(CallEvent event) {
        long now = nanos.getAsLong();
        switch (event) {
            case CallEvent.Connected() -> {
                record.connected(info);
                turn(new Heard.Connected());
            }
            case CallEvent.Utterance(String text, String language, boolean last) -> {
                if (last) {
                    callerSpeaks = false;
                    utterance(text, language);
                } else {
                    callerIsSpeaking();
                }
            }
            case CallEvent.Key(char digit) -> {
                joining.settle();
                turn(new Heard.Keys(String.valueOf(digit)));
            }
            case CallEvent.BargeIn(String heard) -> bargeIn(heard);
            case CallEvent.ShaniSpeaking(boolean on) -> {
                playback.speaking(on);
                voiceMayBeDone();
            }
            case CallEvent.CallerSpeaking(boolean on) -> {
                callerSpeaks = on;
                if (on) {
                    callerIsSpeaking();
                } else {
                    callerStopped(now);
                }
            }
            case CallEvent.Played(String text) -> {
                playback.played(text);
                voiceMayBeDone();
            }
            case CallEvent.CarrierFault(String description) -> {
                record.carrierFault(info, description, !faultSeen);
                faultSeen = true;
            }
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

    private void resumeDeferred() {
        while (!absence.isAway() && status == Status.LIVE) {
            CallEvent next = absence.nextDeferred();
            if (next == null) {
                return;
            }
            joining.settle();
            dispatch(next);
        }
    }

    private void utterance(String text, String language) {
        if (status != Status.LIVE) {
            return;
        }
        String whole = text;
        if (joining.open(nanos.getAsLong()) && playback.unheard()) {
            state = joining.before();
            whole = joining.with(text);
        }
        DialogState before = state;
        turn(new Heard.Speech(whole, language));
        if (absence.isAway()) {
            joining.settle();
        } else {
            joining.answered(before, whole, nanos.getAsLong());
        }
    }

    private void turn(Heard heard) {
        if (status != Status.LIVE) {
            return;
        }
        long began = nanos.getAsLong();
        deadlines.none();
        DialogState before = state;
        if (heard instanceof Heard.Speech || heard instanceof Heard.Keys) {
            replyClock.asked(before.hotline(), began);
        }
        Turn turn = dialog.answer(before, heard);
        state = turn.state();
        boolean complete = !(turn.next() instanceof Turn.Next.Run);
        mouth.say(turn, complete, began);
        long now = nanos.getAsLong();
        record.turn(info, heard, before, turn, now - began);
        if (complete) {
            replyClock.answered(now).ifPresent(times -> record.answered(info, replyClock.hotline(), times));
        } else if (!turn.says().isEmpty()) {
            replyClock.filled(now);
        }
        switch (turn.next()) {
            case Turn.Next.Listen() -> awaitCaller(now);
            case Turn.Next.Run(var errand) -> {
                absence.begin();
                deadlines.silenceAt(now + times.filler().toNanos());
                errands.run(errand, info, state.errands(), outcome -> post(new CallEvent.ErrandDone(outcome)));
            }
            case Turn.Next.HangUp() ->
                deadlines.goodbyeAt(playback.end(now) + times.goodbyeMargin().toNanos());
        }
    }

    /** The answer belongs to the caller's turn before; one who has cut in since is let finish first. */
    private void errandDone(CallEvent.ErrandDone done) {
        if (absence.ends(done)) {
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
        if (playback.isSpeaking() && now < playback.end(now) + times.silence().toNanos()) {
            deadlines.silenceAt(now + SPEAKING_STILL_NANOS);
        } else if (!absence.isAway()) {
            turn(new Heard.Silence());
        } else if (absence.callerHasTheFloor()) {
            deadlines.silenceAt(now + times.filler().toNanos());
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
        deadlines.silenceAt(playback.end(now) + times.filler().toNanos());
    }

    private void bargeIn(String heard) {
        long now = nanos.getAsLong();
        mouth.cut(heard, now);
        joining.settle();
        record.interrupted(info, playback.heard());
        if (absence.isAway()) {
            absence.giveTheFloor();
            deadlines.silenceAt(now + FLOOR_NANOS);
        }
        callerIsSpeaking();
    }

    private void callerIsSpeaking() {
        if (status == Status.LIVE && !absence.isAway()) {
            deadlines.noGoodbye();
            // Should recognition make nothing of it, the silence counts from here.
            long atMost =
                    callerSpeaks ? LONGEST_UTTERANCE_NANOS : 2 * times.silence().toNanos();
            deadlines.silenceAt(nanos.getAsLong() + atMost);
        }
    }

    private void callerStopped(long now) {
        if (absence.isAway() && absence.callerHasTheFloor()) {
            deadlines.silenceAt(now + times.filler().toNanos());
        } else {
            awaitCaller(now);
        }
    }

    private void voiceMayBeDone() {
        if (!playback.finished()) {
            return;
        }
        if (deadlines.goodbyeSaid()) {
            end();
        } else if (!callerSpeaks) {
            awaitCaller(nanos.getAsLong());
        }
    }

    /** The caller's turn, as soon as Shani has finished. */
    private void awaitCaller(long now) {
        if (status == Status.LIVE && !absence.isAway() && !deadlines.goodbyeSaid()) {
            deadlines.silenceAt(playback.end(now) + times.silence().toNanos());
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
        record.disconnected(info, state, status == Status.ENDING ? "ended" : reason);
        status = Status.ENDED;
        deadlines.none();
        absence.forget();
    }
}
