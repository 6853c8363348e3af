package io.arcline.call;

import io.arcline.hotline.dialog.Errand;
import io.arcline.hotline.dialog.Outcome;
import io.arcline.hotline.errand.Errands;
import io.arcline.hotline.errand.Hearer;
import io.arcline.hotline.errand.Talk;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Runs errands beside the calls that wait for them, each on a thread of its own. Thread-safe. */
final class ErrandRunner {
    private final Errands errands;
    private final Executor executor;

    /** @param executor starts a thread for each errand: virtual ones, since they block */
    ErrandRunner(Errands errands, Executor executor) {
        this.errands = errands;
        this.executor = executor;
    }

    /** Returns at once; {@code done} is called exactly once, on the errand's thread, as the hearer is. */
    void run(Errand errand, Talk talk, int number, Hearer hearer, Consumer<Outcome> done) {
        try {
            executor.execute(() -> done.accept(outcome(errand, talk, number, hearer)));
        } catch (RejectedExecutionException stopping) {
            done.accept(errand.failed());
        }
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
