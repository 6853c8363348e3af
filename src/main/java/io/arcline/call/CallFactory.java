package io.arcline.call;

import io.arcline.call.saved.StateWriter;
import io.arcline.hotline.dialog.Dialog;
import io.arcline.hotline.errand.Errands;
import io.arcline.journal.CallerIdentity;
import io.arcline.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes calls that share the dialog, the errands, the journal and the clocks. Thread-safe. */
public final class CallFactory {
    private final Supplier<Dialog> dialog;
    private final ErrandRunner errands;
    private final CallObservers record;
    private final CallTimes times;
    private final StateWriter states;
    private final boolean repeats;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /**
     * @param dialog as its words stand at the moment: a call keeps those that it began with
     * @param executor starts a thread for each errand
     * @param callers names callers in the journal
     * @param words whether what is said goes into the journal
     * @param observers who besides the journal is told what happens in calls
     * @param states saves where calls stand
     * @param repeats whether the carrier connects again by itself after a loss, and then repeats what it has told
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public CallFactory(
            Supplier<Dialog> dialog,
            Errands errands,
            Executor executor,
            Journal journal,
            CallerIdentity callers,
            boolean words,
            List<CallObserver> observers,
            CallTimes times,
            StateWriter states,
            boolean repeats,
            InstantSource clock,
            LongSupplier nanos) {
        this.dialog = dialog;
        List<CallObserver> all = new ArrayList<>(observers);
        all.addFirst(new CallRecord(journal, callers, words));
        this.record = new CallObservers(all);
        this.errands = new ErrandRunner(errands, executor, record, nanos);
        this.times = times;
        this.states = states;
        this.repeats = repeats;
        this.clock = clock;
        this.nanos = nanos;
    }

    Call create(CallInfo info, Line line) {
        Keeping keeping = new Keeping(info.callSid(), states, now().toEpochMilli());
        return new Call(info, line, dialog.get(), errands, record, times, keeping, new Replays(repeats), nanos);
    }

    StateWriter states() {
        return states;
    }

    Instant now() {
        return clock.instant();
    }

    long nanos() {
        return nanos.getAsLong();
    }
}
