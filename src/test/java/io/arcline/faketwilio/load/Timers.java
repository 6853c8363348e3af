package io.arcline.faketwilio.load;

import java.util.Arrays;

/** What is to be done when, the earliest first: a binary heap. For one thread. */
final class Timers {
    /** What {@link #next()} answers when nothing is to be done. */
    static final long NEVER = Long.MAX_VALUE;

    private long[] times = new long[64];
    private Runnable[] tasks = new Runnable[64];
    private int size;

    /** @param at on the clock of {@link System#nanoTime()}, relative to any origin that all entries share */
    void add(long at, Runnable task) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            tasks = Arrays.copyOf(tasks, 2 * size);
        }
        int place = size++;
        while (place > 0 && times[(place - 1) / 2] > at) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        times[place] = at;
        tasks[place] = task;
    }

    /** When the earliest is due. */
    long next() {
        return size == 0 ? NEVER : times[0];
    }

    /** Takes the earliest out if it is due; null otherwise. */
    Runnable due(long now) {
        if (size == 0 || times[0] > now) {
            return null;
        }
        Runnable due = tasks[0];
        size--;
        long at = times[size];
        Runnable last = tasks[size];
        tasks[size] = null;
        if (size > 0) {
            sink(at, last);
        }
        return due;
    }

    private void sink(long at, Runnable task) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= at) {
                break;
            }
            move(child, place);
            place = child;
        }
        times[place] = at;
        tasks[place] = task;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        tasks[to] = tasks[from];
    }
}
