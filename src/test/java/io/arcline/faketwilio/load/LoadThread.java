package io.arcline.faketwilio.load;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The calls of one thread: made one after another, swept for those that wait too long, hung up at the end. */
final class LoadThread {
    private static final long SWEEP = TimeUnit.MILLISECONDS.toNanos(100);

    private final Loop loop;
    private final Course course;
    private final Target target;
    private final IntFunction<Script> scripts;
    private final LoadOptions options;
    private final Pace pace;
    private final ServerText text = new ServerText();
    private final List<LoadCall> calls = new ArrayList<>();
    private final long nanosBetweenDials;
    private final SplittableRandom losses;
    private Tally tally = new Tally();
    private boolean redialsAtOnce;
    private int numbers;
    private long nextDial;

    /** @param index of the thread, from 0 */
    LoadThread(int index, LoadOptions options, Course course, IntFunction<Script> scripts) {
        this.options = options;
        this.course = course;
        this.target = options.target();
        this.scripts = scripts;
        this.loop = new Loop(options.rate() > 0, options.gather());
        this.losses = new SplittableRandom(~options.seed() - index);
        for (int number = index; number < options.calls(); number += options.threads()) {
            calls.add(new LoadCall(number, this));
        }
        this.numbers = options.calls();
        this.pace = options.rate() > 0
                ? new OpenLoop(loop, course, calls, options.rate() * calls.size() / options.calls())
                : new ClosedLoop(loop, course, options.think().toNanos(), options.seed() + index);
        this.nanosBetweenDials = (long) (1e9 / options.connectRate() * options.calls() / Math.max(1, calls.size()));
    }

    /** Everything, from the first dial to the last hang-up. */
    void run() {
        long start = System.nanoTime();
        nextDial = start;
        for (LoadCall call : calls) {
            dialLater(call, start);
        }
        pace.begin();
        loop.at(start + TimeUnit.SECONDS.toNanos(1), () -> second(start + TimeUnit.SECONDS.toNanos(1)));
        loop.at(start + SWEEP, this::sweep);
        loop.run();
    }

    /** A call is over: another one in its place, at the rate of connecting or, in a crowd, at once. */
    void redial(LoadCall call) {
        long now = System.nanoTime();
        if (course.over(now)) {
            return;
        }
        if (redialsAtOnce) {
            call.dial(now);
        } else {
            dialLater(call, now);
        }
    }

    /** Replaces calls that are over at once from now on. Before it runs. */
    void redialAtOnce() {
        redialsAtOnce = true;
    }

    /**
     * Has so many calls from now on: makes those that are missing at the rate of connecting, those that have failed among them, and
     * hangs up as many of those that talk as there are too many. On its thread, and where it is the only one.
     */
    void resize(int number) {
        calls.removeIf(LoadCall::failed);
        int surplus = calls.size() - number;
        for (LoadCall call : calls.stream()
                .filter(LoadCall::talks)
                .limit(Math.max(0, surplus))
                .toList()) {
            call.hangUp();
            calls.remove(call);
        }
        long now = System.nanoTime();
        while (calls.size() < number) {
            LoadCall call = new LoadCall(numbers++, this);
            calls.add(call);
            dialLater(call, now);
        }
    }

    /** Whether all calls have come through, or cannot. */
    boolean settled() {
        return calls.stream().allMatch(LoadCall::settled);
    }

    /** What was measured so far; measures anew. */
    Tally takeTally() {
        Tally taken = tally;
        tally = new Tally();
        return taken;
    }

    private void dialLater(LoadCall call, long now) {
        long at = Math.max(nextDial, now);
        nextDial = at + nanosBetweenDials;
        loop.at(at, () -> {
            if (!course.over(at)) {
                call.dial(at);
            }
        });
    }

    private void second(long at) {
        tally.tick();
        long next = at + TimeUnit.SECONDS.toNanos(1);
        loop.at(next, () -> second(next));
    }

    private void sweep() {
        long now = System.nanoTime();
        long patience = options.patience().toNanos();
        boolean waits = false;
        for (LoadCall call : calls) {
            call.check(now, patience);
            waits |= call.waits();
        }
        if (course.over(now) && !waits) {
            calls.forEach(LoadCall::hangUp);
            loop.at(now + SWEEP, loop::stop);
        } else {
            loop.at(now + SWEEP, this::sweep);
        }
    }

    Loop loop() {
        return loop;
    }

    Course course() {
        return course;
    }

    Target target() {
        return target;
    }

    IntFunction<Script> scripts() {
        return scripts;
    }

    Pace pace() {
        return pace;
    }

    Tally tally() {
        return tally;
    }

    ServerText text() {
        return text;
    }

    boolean keepsTurns() {
        return options.turns() != null;
    }

    /** Whether a call loses its socket after this reply. */
    boolean loses() {
        return options.lose() > 0 && losses.nextInt(options.lose()) == 0;
    }

    boolean events() {
        return options.events();
    }
}
