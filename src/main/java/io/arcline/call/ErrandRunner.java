package io.arcline.call;

import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.Talk;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Runs errands beside the calls that wait for them, each on a thread of its own. Thread-safe. */
final class ErrandRunner {
    private final Errands errands;
    private final Executor executor;
    private final CallObservers observers;
    private final LongSupplier nanos;

    /**
     * @param executor starts a thread for each errand: virtual ones, since they block
     * @param observers are told of each errand that has come back
     */
    ErrandRunner(Errands errands, Executor executor, CallObservers observers, LongSupplier nanos) {
        this.errands = errands;
        this.executor = executor;
        this.observers = observers;
        this.nanos = nanos;
    }

    /** Returns at once; {@code done} is called exactly once, on the errand's thread, as the hearer is. */
    void run(Errand errand, CallInfo call, Talk talk, int number, Hearer hearer, Consumer<Outcome> done) {
        try {
            executor.execute(
                    () -> observers.around(call, () -> done.accept(observed(errand, call, talk, number, hearer))));
        } catch (RejectedExecutionException stopping) {
            done.accept(errand.failed());
        }
    }

    private Outcome observed(Errand errand, CallInfo call, Talk talk, int number, Hearer hearer) {
        long began = nanos.getAsLong();
        hearer.onFirst(() -> observers.firstToken(call, errand, nanos.getAsLong() - began));
        Outcome outcome = outcome(errand, talk, number, hearer);
        observers.errand(call, errand, outcome, nanos.getAsLong() - began);
        return outcome;
    }

    private Outcome outcome(Errand errand, Talk talk, int number, Hearer hearer) {
        try {
            return errands.run(errand, talk, number, hearer);
        } catch (RuntimeException broken) {
            System.getLogger(ErrandRunner.class.getName())
                    .log(System.Logger.Level.ERROR, "an errand of " + talk.sid() + " broke", broken);
            return errand.failed();
        }
    }
}
