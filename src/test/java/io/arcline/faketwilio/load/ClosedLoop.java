package io.arcline.faketwilio.load;

import java.util.SplittableRandom;

/** A caller speaks again once answered and after thinking: as many turns as the server lets them have. */
final class ClosedLoop implements Pace {
    private final Loop loop;
    private final Course course;
    private final long thinkNanos;
    private final SplittableRandom random;

    /** @param thinkNanos on average: from half of it to one and a half, so that callers do not keep step; 0 for none */
    ClosedLoop(Loop loop, Course course, long thinkNanos, long seed) {
        this.loop = loop;
        this.course = course;
        this.thinkNanos = thinkNanos;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void begin() {}

    @Override
    public void idle(LoadCall call) {
        long now = System.nanoTime();
        if (course.over(now)) {
            return;
        }
        if (thinkNanos == 0) {
            call.turn(now);
        } else {
            long from = call.turns() == 0 ? 0 : thinkNanos / 2;
            loop.at(now + from + random.nextLong(thinkNanos), call.thought());
        }
    }
}
