package io.arcline.faketwilio.load;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What one thread of a load has measured. Belongs to the thread; to whoever waits for its end afterwards. */
final class Tally {
    /** Times from a microsecond to ten minutes, in nanoseconds, to three digits. */
    private static final long SHORTEST = 1_000;

    private static final long LONGEST = 600_000_000_000L;
    private static final int SAMPLES = 3;

    private final Histogram turns = new Histogram(SHORTEST, LONGEST, 3);
    private final Histogram connects = new Histogram(SHORTEST, LONGEST, 3);
    private final Histogram comebacks = new Histogram(SHORTEST, LONGEST, 3);
    private final Histogram second = new Histogram(SHORTEST, LONGEST, 2);
    private final List<byte[]> seconds = new ArrayList<>();
    private final List<Integer> failedInSecond = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final List<String> samples = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private long frames;
    private int failed;

    /**
     * A turn. Times are of {@link System#nanoTime()}, which is the same in all processes of a machine that runs Linux.
     *
     * @param number of the turn, as a script fills it in
     * @param began when it should have begun
     * @param heard when the first frame came that the script asks for; without meaning where it asks for none
     * @param ended when the last frame came
     */
    record Kept(int call, int number, long began, long heard, long ended) {}

    /** A turn was answered: the time from when it should have begun to the last frame of the reply. */
    void turn(long nanos, boolean counts) {
        long time = Math.clamp(nanos, SHORTEST, LONGEST);
        second.recordValue(time);
        if (counts) {
            turns.recordValue(time);
        }
    }

    /** A turn is to be told by itself. */
    void keep(Kept turn) {
        kept.add(turn);
    }

    /** A call was greeted: the time from when it should have been dialled. */
    void connect(long nanos) {
        connects.recordValue(Math.clamp(nanos, SHORTEST, LONGEST));
    }

    /** A call was taken up again: the time from the loss of its socket to the end of what was said then. */
    void comeback(long nanos) {
        comebacks.recordValue(Math.clamp(nanos, SHORTEST, LONGEST));
    }

    /** A frame came. */
    void frame() {
        frames++;
    }

    /** Something went wrong; a few of each run are kept whole. */
    void failure(String kind, String whole) {
        failures.merge(kind, 1, Integer::sum);
        failed++;
        if (samples.size() < SAMPLES) {
            samples.add(whole);
        }
    }

    /** A second of the clock is over. */
    void tick() {
        ByteBuffer buffer = ByteBuffer.allocate(second.getNeededByteBufferCapacity());
        int length = second.encodeIntoCompressedByteBuffer(buffer);
        byte[] encoded = new byte[length];
        buffer.flip().get(encoded);
        seconds.add(encoded);
        second.reset();
        failedInSecond.add(failed);
        failed = 0;
    }

    Histogram turns() {
        return turns;
    }

    Histogram connects() {
        return connects;
    }

    Histogram comebacks() {
        return comebacks;
    }

    List<Kept> kept() {
        return kept;
    }

    List<byte[]> seconds() {
        return seconds;
    }

    /** How many calls failed, by the second. */
    List<Integer> failedInSecond() {
        return failedInSecond;
    }

    Map<String, Integer> failures() {
        return failures;
    }

    List<String> samples() {
        return samples;
    }

    long frames() {
        return frames;
    }
}
