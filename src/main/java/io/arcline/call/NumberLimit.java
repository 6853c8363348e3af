package io.arcline.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many calls each phone number has at the moment. Callers who withhold theirs, and words or addresses in its place, are not
 * counted: they are not one caller. Thread-safe.
 */
final class NumberLimit {
    /** "ANONYMOUS" on the keypad, which some networks send. */
    private static final String ANONYMOUS = "+266696687";

    private volatile int most;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    NumberLimit(int most) {
        this.most = most;
    }

    /** Calls that are connected already stay so. */
    void most(int calls) {
        most = calls;
    }

    int most() {
        return most;
    }

    /** Counts one more even where that is too many: a call that was let in before. */
    void takeAnyway(String number) {
        if (counts(number)) {
            calls.merge(number, 1, Integer::sum);
        }
    }

    /** Counts one more; false, and not counted, where that would be too many. */
    boolean take(String number) {
        if (!counts(number)) {
            return true;
        }
        boolean[] taken = new boolean[1];
        calls.compute(number, (same, now) -> {
            int before = now == null ? 0 : now;
            taken[0] = before < most;
            return taken[0] ? Integer.valueOf(before + 1) : now;
        });
        return taken[0];
    }

    void giveBack(String number) {
        if (counts(number)) {
            calls.computeIfPresent(number, (same, now) -> now == 1 ? null : now - 1);
        }
    }

    boolean hasRoom(String number) {
        return !counts(number) || calls.getOrDefault(number, 0) < most;
    }

    private static boolean counts(String number) {
        return number.matches("\\+[0-9]{5,15}") && !number.equals(ANONYMOUS);
    }
}
