package io.arcline.performance;

import io.arcline.system.LibertyServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server holds at a moment.
 *
 * @param heap bytes that are alive after a full collection
 * @param anonymous bytes of the process's own memory before that
 * @param threads of the operating system
 * @param virtualThreads that are alive, blocked ones above all
 * @param descriptors open files and sockets
 * @param timers tasks that wait for a time, in whichever scheduler
 * @param calls live ones
 * @param errors lines of the log with errors, and failures that Liberty has written down, since the start
 * @param dropped entries that the journal has lost since the start
 */
record SoakMinute(
        long heap,
        long anonymous,
        int threads,
        long virtualThreads,
        int descriptors,
        long timers,
        long calls,
        long errors,
        long dropped) {
    /** Objects that wait in the JDK's schedulers, on which Liberty's are built, and in its timers. */
    private static final String TIMERS = "\\S*ScheduledFutureTask|\\S*ScheduledForkJoinTask|\\S*TimerTask";

    private static final String VIRTUAL_THREADS = "java\\.lang\\.VirtualThread";

    private static final Pattern ERROR = Pattern.compile("^\\[[^\\]]*\\] [0-9a-f]{8} \\S+\\s+[EF] .*");

    /** What must not grow. */
    enum Quantity {
        HEAP("liveHeapBytes", "live heap, MB", 1e6, 1e6, minute -> minute.heap),
        ANONYMOUS("anonymousBytes", "anonymous memory, MB", 1e6, 8e6, minute -> minute.anonymous),
        THREADS("threads", "threads", 1, 2, minute -> minute.threads),
        VIRTUAL_THREADS("virtualThreads", "virtual threads", 1, 10, minute -> minute.virtualThreads),
        DESCRIPTORS("descriptors", "descriptors", 1, 20, minute -> minute.descriptors),
        TIMERS("timers", "timers", 1, 10, minute -> minute.timers);

        private final String key;
        private final String title;
        private final double unit;
        private final double least;
        private final ToDoubleFunction<SoakMinute> value;

        Quantity(String key, String title, double unit, double least, ToDoubleFunction<SoakMinute> value) {
            this.key = key;
            this.title = title;
            this.unit = unit;
            this.least = least;
            this.value = value;
        }

        /** Its name in JSON. */
        String key() {
            return key;
        }

        /** Its name for people, with the unit. */
        String title() {
            return title;
        }

        /** The unit for people, in that of JSON. */
        double unit() {
            return unit;
        }

        /** A rise an hour that cannot be told from chance. */
        double least() {
            return least;
        }

        double of(SoakMinute minute) {
            return value.applyAsDouble(minute);
        }
    }

    /** Looks, and has a full collection made. */
    static SoakMinute of(LibertyServer server) {
        Probe probe = new Probe(server.pid());
        String metrics = server.operator("/metrics").body();
        int threads = probe.threads();
        int descriptors = probe.descriptors();
        long anonymous = probe.anonymous();
        Probe.Heap heap = probe.heap();
        return new SoakMinute(
                heap.bytes(),
                anonymous,
                threads,
                heap.instances(VIRTUAL_THREADS),
                descriptors,
                heap.instances(TIMERS),
                metric(metrics, "arcline_live_calls"),
                errors(server.logs()),
                metric(metrics, "arcline_journal_dropped_total"));
    }

    private static long metric(String metrics, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{.*\\})? (\\S+)$").matcher(metrics);
        return line.find() ? (long) Double.parseDouble(line.group(1)) : 0;
    }

    private static long errors(Path logs) {
        try (Stream<Path> files = Files.walk(logs)) {
            return files.mapToLong(SoakMinute::errorsOf).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long errorsOf(Path file) {
        String name = file.getFileName().toString();
        if (name.matches("ffdc_.*\\.log")) {
            return isOfASocketLostAtOnce(file) ? 0 : 1;
        }
        if (!name.matches("messages.*\\.log")) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> ERROR.matcher(line).matches()).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Liberty writes down as a failure that a socket broke before the thread of its handshake had come to its end; nothing follows from
     * it, and the call comes back. The load breaks one in some hundred sockets a fraction of a millisecond after the greeting.
     */
    private static boolean isOfASocketLostAtOnce(Path failure) {
        try {
            return Files.readString(failure).contains("IOException: Request not read yet");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonObjectBuilder json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        List.of(Quantity.values()).forEach(quantity -> json.add(quantity.key, (long) quantity.of(this)));
        return json.add("calls", calls).add("errors", errors).add("dropped", dropped);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d calls, heap %.1f MB, anonymous %.1f MB, %d threads, %d virtual ones, %d descriptors, %d timers, %d errors",
                calls,
                heap / 1e6,
                anonymous / 1e6,
                threads,
                virtualThreads,
                descriptors,
                timers,
                errors);
    }
}
