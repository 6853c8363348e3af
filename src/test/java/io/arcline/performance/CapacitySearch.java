package io.arcline.performance;

/**
 * Finds how many calls a server bears: doubles their number until they are too many, then narrows it down. What is too many for a server
 * that has borne none yet is tried again once it has borne fewer, and is warm. Memory that was touched
 * stays touched, so what a smaller number would take of it cannot be seen afterwards: where it is too much, the number at which it
 * would be just enough lies on the line from the step before, and the search stays below.
 */
final class CapacitySearch {
    /** Numbers of calls go in steps of this. */
    private static final int ROUND = 10;

    private final int most;
    private final int steps;
    private int taken;
    private int next;
    private int best;
    private int tooMany;
    private int memoryBound = Integer.MAX_VALUE;
    private int callsBefore;
    private double memoryBefore;

    /**
     * @param from the first number
     * @param most the largest number that can be tried
     * @param steps at most
     */
    CapacitySearch(int from, int most, int steps) {
        this.next = from;
        this.most = most;
        this.tooMany = Integer.MAX_VALUE;
        this.steps = steps;
    }

    /** The next number to try; 0 when it is found, or as nearly as the steps allow. */
    int next() {
        return taken < steps ? next : 0;
    }

    /**
     * What came of it.
     *
     * @param quick whether all calls were answered rightly and in time
     * @param memory that it took, of what it may take: 1 is just enough
     */
    void told(boolean quick, double memory) {
        taken++;
        int calls = next;
        if (memory > 1 && memoryBound == Integer.MAX_VALUE) {
            double rise = memory - memoryBefore;
            double share = callsBefore == 0 || rise <= 0 ? 0 : (1 - memoryBefore) / rise;
            memoryBound = rounded(callsBefore + Math.clamp(share, 0, 1) * (calls - callsBefore));
        }
        callsBefore = calls;
        memoryBefore = memory;
        if (quick && calls <= memoryBound) {
            best = Math.max(best, calls);
        } else if (quick) {
            // Quick with more calls, and with memory enough for these.
            best = Math.max(best, memoryBound);
        } else if (best > 0) {
            tooMany = Math.min(tooMany, calls);
        }
        next = best == 0 ? rounded(Math.min(calls, memoryBound) / 2.0) : following();
    }

    private int following() {
        int limit = Math.min(tooMany, memoryBound == Integer.MAX_VALUE ? tooMany : memoryBound + 1);
        if (limit == Integer.MAX_VALUE) {
            return best >= most ? 0 : Math.min(most, 2 * best);
        }
        int middle = rounded((best + limit) / 2.0);
        boolean near = limit - best <= Math.max(ROUND, best / 8);
        return near || middle <= best || middle >= limit ? 0 : middle;
    }

    private static int rounded(double calls) {
        return (int) (calls / ROUND) * ROUND;
    }

    /** The largest number that was borne so far; 0 for none. */
    int best() {
        return best;
    }

    /** Whether it was memory that ended it. */
    boolean endedByMemory() {
        return memoryBound < tooMany && best == memoryBound;
    }
}
