package io.arcline.faketwilio.load;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Turns begin at a rate whatever the server does, one caller after another. One whose turn comes while the one before is not
 * answered speaks late, and the lateness counts: so a server that stalls cannot hide it.
 */
final class OpenLoop implements Pace {
    private final Loop loop;
    private final Course course;
    private final List<LoadCall> calls;
    private final double nanosBetween;
    private long origin;
    private long begun;
    private int next;

    /** @param rate turns a second of this thread */
    OpenLoop(Loop loop, Course course, List<LoadCall> calls, double rate) {
        this.loop = loop;
        this.course = course;
        this.calls = calls;
        this.nanosBetween = 1e9 / rate;
    }

    @Override
    public void begin() {
        await();
    }

    private void await() {
        if (course.talksFrom() == Long.MAX_VALUE) {
            loop.at(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5), this::await);
        } else {
            origin = course.talksFrom();
            loop.at(origin, this::due);
        }
    }

    private void due() {
        long now = System.nanoTime();
        long at = origin + (long) (begun * nanosBetween);
        while (at <= now && !course.over(at)) {
            begin(at);
            begun++;
            at = origin + (long) (begun * nanosBetween);
        }
        if (!course.over(at)) {
            loop.at(at, this::due);
        }
    }

    private void begin(long at) {
        for (int tried = 0; tried < calls.size(); tried++) {
            LoadCall call = calls.get(next);
            next = (next + 1) % calls.size();
            if (call.talks()) {
                call.turnOrWait(at);
                return;
            }
        }
    }

    @Override
    public void idle(LoadCall call) {
        call.turnThatWaited();
    }
}
