package io.arcline.faketwilio.mix;

import io.arcline.faketwilio.CallEnd;
import io.arcline.faketwilio.CallFailed;
import io.arcline.faketwilio.FakeCall;
import io.arcline.faketwilio.FakeTwilio;
import io.arcline.faketwilio.line.Reply;
import io.arcline.faketwilio.mix.Step.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Makes the calls of a mix, some at a time.
 *
 * @param twilio makes the calls
 * @param seed of the scripts: the same seed gives the same calls
 * @param acknowledged whether a reply to a report or message confirms that it is stored
 */
public record CallMix(FakeTwilio twilio, long seed, Predicate<Reply> acknowledged) {

    /** After a barge-in, words that were on their way already may come before the answer and look like it. */
    private static final Duration LEFTOVERS = Duration.ofMillis(300);

    /** Makes the calls numbered from 0 and waits for all of them. */
    public MixResult run(int calls, int atATime) {
        long start = System.nanoTime();
        List<MixedCall> made = new ArrayList<>();
        try (ExecutorService callers =
                Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory())) {
            List<Future<MixedCall>> futures = new ArrayList<>();
            for (int number = 0; number < calls; number++) {
                MixedScript script = MixedScript.of(seed, number);
                futures.add(callers.submit(() -> make(script)));
            }
            for (Future<MixedCall> future : futures) {
                made.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new MixResult(made, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Makes one call. */
    public MixedCall make(MixedScript script) {
        FakeCall call = twilio.dial("+1555%07d".formatted(100_000 + script.number()));
        Account account = new Account();
        String problem = "";
        try {
            follow(script, call, account);
            CallEnd end = call.awaitEnd();
            if (!end.proper() || end.cutOff()) {
                problem = end + "\n" + call;
            }
        } catch (CallFailed e) {
            problem = e.getMessage();
            call.hangUp();
        }
        return new MixedCall(
                script.number(),
                call.callSid(),
                call.from(),
                problem,
                account.reports,
                account.messages,
                account.open,
                call.violations());
    }

    private void follow(MixedScript script, FakeCall call, Account account) {
        boolean cutOff = false;
        boolean waiting = true;
        for (Step step : script.steps()) {
            if (waiting && step.over()) {
                call.awaitVoice();
            } else if (waiting) {
                call.awaitAnswer();
                if (cutOff) {
                    call.silent(LEFTOVERS);
                }
            }
            waiting = true;
            cutOff = false;
            switch (step.act()) {
                case SAY, GOODBYE -> cutOff = call.say(step.words());
                case PRESS -> cutOff = call.press(step.words().charAt(0));
                case REPORT, MESSAGE -> {
                    account.open.add(step.words());
                    call.say(step.words());
                    account.settle(step, acknowledged.test(call.awaitAnswer()));
                    waiting = false;
                }
            }
        }
    }

    /** What was given and what of it was acknowledged, while a call goes on. */
    private static final class Account {
        private final List<String> reports = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private final List<String> open = new ArrayList<>();

        void settle(Step step, boolean acknowledged) {
            if (acknowledged) {
                open.remove(step.words());
                (step.act() == Act.REPORT ? reports : messages).add(step.words());
            }
        }
    }
}
