package io.arcline.faketwilio.load;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What a load has measured.
 *
 * @param connected calls that were greeted, in all
 * @param turns times from when a turn should have begun to its last frame, nanoseconds, of those that count
 * @param connects times from when a call should have been dialled to the end of the greeting, nanoseconds
 * @param comebacks times from the loss of a call's socket to the end of what the caller heard then, nanoseconds
 * @param seconds from the first dial on
 * @param failures by their kind
 * @param samples a few of them, whole
 * @param kept turns by themselves, where that is asked for
 * @param own processor time of the load's threads while it counted
 * @param server processor time of the server while it counted; zero where it is not known
 */
record LoadResult(
        LoadOptions options,
        Instant started,
        int connected,
        Histogram turns,
        Histogram connects,
        Histogram comebacks,
        List<Second> seconds,
        Map<String, Integer> failures,
        List<String> samples,
        List<Tally.Kept> kept,
        Duration own,
        Duration server) {

    /** One second; times in microseconds, 0 where there was no turn. */
    record Second(long turns, double median, double p99, double most, int failed) {}

    static LoadResult of(
            LoadOptions options, Instant started, List<Tally> tallies, int connected, Duration own, Duration server) {
        Histogram turns = tallies.getFirst().turns().copy();
        Histogram connects = tallies.getFirst().connects().copy();
        Histogram comebacks = tallies.getFirst().comebacks().copy();
        for (Tally tally : tallies.subList(1, tallies.size())) {
            turns.add(tally.turns());
            connects.add(tally.connects());
            comebacks.add(tally.comebacks());
        }
        Map<String, Integer> failures = new TreeMap<>();
        List<String> samples = new ArrayList<>();
        for (Tally tally : tallies) {
            tally.failures().forEach((kind, count) -> failures.merge(kind, count, Integer::sum));
            samples.addAll(tally.samples());
        }
        return new LoadResult(
                options,
                started,
                connected,
                turns,
                connects,
                comebacks,
                seconds(tallies),
                failures,
                samples,
                tallies.stream().flatMap(tally -> tally.kept().stream()).toList(),
                own,
                server);
    }

    private static List<Second> seconds(List<Tally> tallies) {
        List<Second> seconds = new ArrayList<>();
        int length =
                tallies.stream().mapToInt(tally -> tally.seconds().size()).max().orElse(0);
        for (int i = 0; i < length; i++) {
            Histogram all = new Histogram(3_600_000_000_000L, 2);
            int failed = 0;
            for (Tally tally : tallies) {
                if (i < tally.seconds().size()) {
                    all.add(decoded(tally.seconds().get(i)));
                    failed += tally.failedInSecond().get(i);
                }
            }
            seconds.add(new Second(
                    all.getTotalCount(),
                    all.getValueAtPercentile(50) / 1e3,
                    all.getValueAtPercentile(99) / 1e3,
                    all.getMaxValue() / 1e3,
                    failed));
        }
        return seconds;
    }

    private static Histogram decoded(byte[] encoded) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(encoded), 0);
        } catch (DataFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Turns a second while it counted. */
    double turnsPerSecond() {
        return turns.getTotalCount() / (options.measured().toNanos() / 1e9);
    }

    /** Processor time of the server for a turn, in microseconds; 0 where it is not known. */
    double serverMicrosPerTurn() {
        return perTurn(server);
    }

    /** Processor time of the load itself for a turn, in microseconds. */
    double ownMicrosPerTurn() {
        return perTurn(own);
    }

    private double perTurn(Duration spent) {
        return turns.getTotalCount() == 0 ? 0 : spent.toNanos() / 1e3 / turns.getTotalCount();
    }

    /** Whether every call was greeted and every turn answered rightly. */
    boolean right() {
        return failures.isEmpty() && connected >= options.calls() && turns.getTotalCount() > 0;
    }
}
