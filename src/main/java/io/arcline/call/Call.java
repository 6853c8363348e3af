package io.arcline.call;

import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import io.arcline.hotline.dialog.Spoken;
import io.arcline.hotline.dialog.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * One phone call in progress. Events are handled strictly in the order in which they were posted, one at a time, on the thread
 * that posts them (so a turn that waits for nothing costs no hand-over); an errand runs on a thread of its own, and while it
 * does, what the caller says waits for it, but barge-in and hanging up do not. Thread-safe.
 */
public final class Call {
    /** More events than this waiting is no conversation any more. */
    private static final int MOST_PENDING = 1000;

    private static final int MOST_DEFERRED = 20;
    private static final long NEVER = Long.MAX_VALUE;

    /** Finals of one utterance were seen up to a second apart; what comes later is a new one. */
    private static final long JOINING_NANOS = 2_000_000_000L;

    private final CallInfo info;
    private final Line line;
    private final Dialog dialog;
    private final ErrandRunner errands;
    private final CallRecord record;
    private final CallTimes times;
    private final LongSupplier nanos;

    private final Queue<CallEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    private final Playback playback = new Playback();
    private final Deque<CallEvent> deferred = new ArrayDeque<>();
    private volatile DialogState state = DialogState.initial();
    private volatile Status status = Status.LIVE;
    private volatile long lastActivity;
    private volatile long silenceAt = NEVER;
    private volatile long goodbyeAt = NEVER;
    private boolean waiting;
    private boolean replyOpen;
    private Revisable revisable = Revisable.NOTHING;

    /** Where a call is in its life. */
    public enum Status {
        LIVE,
        /** Our side has sent its end; the carrier's socket is still open. */
        ENDING,
        ENDED
    }

    /** A turn that may still be taken back, because nothing of its answer has been heard. */
    private record Revisable(DialogState before, String text, long until) {
        static final Revisable NOTHING = new Revisable(DialogState.initial(), "", Long.MIN_VALUE);
    }

    Call(
            CallInfo info,
            Line line,
            Dialog dialog,
            ErrandRunner errands,
            CallRecord record,
            CallTimes times,
            LongSupplier nanos) {
        this.info = info;
        this.line = line;
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
        if (pending.get() >= MOST_PENDING) {
            line.abandon("too many events waiting");
            return;
        }
        events.add(event);
        if (pending.getAndIncrement() == 0) {
            do {
                handle(events.poll());
            } while (pending.decrementAndGet() != 0);
        }
    }

    /** Looks at the clock; to be called a few times a second from any thread. */
    void tick(long now) {
        if (now >= goodbyeAt) {
            goodbyeAt = NEVER;
            post(new CallEvent.GoodbyeElapsed());
        } else if (now >= silenceAt) {
            silenceAt = NEVER;
            post(new CallEvent.SilenceElapsed());
        }
    }

    private void handle(CallEvent event) {
        if (status == Status.ENDED) {
            return;
        }
        lastActivity = nanos.getAsLong();
        try {
            if (waiting && awaitsItsTurn(event)) {
                defer(event);
            } else {
                dispatch(event);
            }
        } catch (RuntimeException broken) {
            record.broken(info, broken);
            line.abandon("internal error");
        }
    }

    private void dispatch(CallEvent event) {
        switch (event) {
            case CallEvent.Connected() -> {
                record.connected(info);
                turn(new Heard.Connected());
            }
            case CallEvent.Utterance(String text, String language, boolean last) -> {
                if (last) {
                    utterance(text, language);
                } else {
                    callerIsSpeaking();
                }
            }
            case CallEvent.Key(char digit) -> {
                revisable = Revisable.NOTHING;
                turn(new Heard.Keys(String.valueOf(digit)));
            }
            case CallEvent.BargeIn(String heard) -> bargeIn(heard);
            case CallEvent.ShaniSpeaking(boolean on) -> {
                playback.speaking(on);
                if (!on) {
                    voiceStopped();
                }
            }
            case CallEvent.CallerSpeaking(boolean on) -> {
                if (on) {
                    callerIsSpeaking();
                } else {
                    awaitCaller(nanos.getAsLong());
                }
            }
            case CallEvent.Played(String text) -> playback.played(text);
            case CallEvent.CarrierFault(String description) -> record.carrierFault(info, description);
            case CallEvent.ErrandDone(var outcome) -> {
                waiting = false;
                silenceAt = NEVER;
                turn(new Heard.Returned(outcome));
                resumeDeferred();
            }
            case CallEvent.SilenceElapsed() -> {
                if (waiting) {
                    fill();
                } else {
                    turn(new Heard.Silence());
                }
            }
            case CallEvent.GoodbyeElapsed() -> end();
            case CallEvent.Disconnected(String reason) -> disconnected(reason);
        }
    }

    private static boolean awaitsItsTurn(CallEvent event) {
        return event instanceof CallEvent.Key || event instanceof CallEvent.Utterance u && u.last();
    }

    private void defer(CallEvent event) {
        if (deferred.size() < MOST_DEFERRED) {
            deferred.add(event);
        }
    }

    private void resumeDeferred() {
        while (!waiting && status == Status.LIVE && !deferred.isEmpty()) {
            revisable = Revisable.NOTHING;
            dispatch(deferred.poll());
        }
    }

    /**
     * One utterance may arrive as several finals. As long as nothing of the answer to the first was heard and it had no effect,
     * the next one continues it, and both are answered together.
     */
    private void utterance(String text, String language) {
        if (status != Status.LIVE) {
            return;
        }
        String whole = text;
        long now = nanos.getAsLong();
        if (now < revisable.until() && playback.unheard()) {
            state = revisable.before();
            whole = revisable.text() + " " + text;
        }
        DialogState before = state;
        turn(new Heard.Speech(whole, language));
        revisable = waiting ? Revisable.NOTHING : new Revisable(before, whole, now + JOINING_NANOS);
    }

    private void turn(Heard heard) {
        if (status != Status.LIVE) {
            return;
        }
        silenceAt = NEVER;
        goodbyeAt = NEVER;
        long began = nanos.getAsLong();
        DialogState before = state;
        Turn turn = dialog.answer(before, heard);
        state = turn.state();
        if (!before.language().equals(state.language())) {
            line.language(state.language());
        }
        boolean runs = turn.next() instanceof Turn.Next.Run;
        say(turn, !runs);
        record.turn(info, heard, before, turn, nanos.getAsLong() - began);
        switch (turn.next()) {
            case Turn.Next.Listen() -> awaitCaller(Math.max(playback.estimatedEnd(), nanos.getAsLong()));
            case Turn.Next.Run(var errand) -> {
                waiting = true;
                silenceAt = nanos.getAsLong() + times.filler().toNanos();
                errands.run(errand, info, state.errands(), outcome -> post(new CallEvent.ErrandDone(outcome)));
            }
            case Turn.Next.HangUp() ->
                goodbyeAt = Math.max(playback.estimatedEnd(), nanos.getAsLong())
                        + times.goodbyeMargin().toNanos();
        }
    }

    /** An errand takes long: nobody is left in dead air. What is said now belongs to the reply that the errand will bring. */
    private void fill() {
        Turn filler = dialog.answer(state, new Heard.Silence());
        state = filler.state();
        say(filler, false);
        silenceAt = Math.max(playback.estimatedEnd(), nanos.getAsLong())
                + times.filler().toNanos();
    }

    private void say(Turn turn, boolean closes) {
        if (!replyOpen) {
            playback.begin();
        }
        int count = turn.says().size();
        for (int i = 0; i < count; i++) {
            Spoken part = turn.says().get(i);
            boolean lastPart = i == count - 1;
            boolean last = lastPart && closes;
            line.say(last ? part : new Spoken(part.text() + " ", part.interruptible(), part.preemptible()), last);
            playback.sent(part.text(), part.preemptible(), nanos.getAsLong());
        }
        if (count > 0) {
            replyOpen = !closes;
        }
    }

    private void bargeIn(String heard) {
        playback.cut(heard, nanos.getAsLong());
        revisable = Revisable.NOTHING;
        record.interrupted(info, playback.heard());
        replyOpen = waiting && replyOpen;
        callerIsSpeaking();
    }

    private void callerIsSpeaking() {
        if (status == Status.LIVE && !waiting) {
            goodbyeAt = NEVER;
            // Should recognition make nothing of it, the silence counts from here.
            awaitCaller(nanos.getAsLong() + times.silence().toNanos());
        }
    }

    private void voiceStopped() {
        if (!playback.finished()) {
            return;
        }
        if (goodbyeAt != NEVER) {
            end();
        } else if (!waiting) {
            awaitCaller(nanos.getAsLong());
        }
    }

    private void awaitCaller(long from) {
        if (status == Status.LIVE && !waiting && goodbyeAt == NEVER) {
            silenceAt = from + times.silence().toNanos();
        }
    }

    private void end() {
        if (status == Status.LIVE) {
            status = Status.ENDING;
            goodbyeAt = NEVER;
            silenceAt = NEVER;
            line.end();
            record.endedByUs(info);
        }
    }

    private void disconnected(String reason) {
        record.disconnected(info, state, status == Status.ENDING ? "ended" : reason);
        status = Status.ENDED;
        silenceAt = NEVER;
        goodbyeAt = NEVER;
        deferred.clear();
    }
}
