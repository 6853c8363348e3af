package io.arcline.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks into another JVM of this machine, by {@code jcmd} and by what Linux tells of the process: what it has allocated and what it
 * holds. By JMX it would take an agent that does not start in Open Liberty.
 */
record Probe(long pid) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+(\\d+)\\s+(\\d+)");
    private static final Pattern FILLERS =
            Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(?:\\[L)?jdk\\.internal\\.vm\\.Filler");

    private static final Pattern HEAP = Pattern.compile("\\[0x([0-9a-f]+),.*0x([0-9a-f]+)\\)");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");

    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    /**
     * What is alive after a full collection.
     *
     * @param bytes of all objects
     */
    record Heap(long bytes, String histogram) {
        /** How many objects there are of the classes whose whole name this expression matches. */
        long instances(String names) {
            return Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(?:" + names + ")(?:\\s|$)")
                    .matcher(histogram)
                    .results()
                    .mapToLong(line -> Long.parseLong(line.group(1)))
                    .sum();
        }
    }

    /** Bytes allocated on the heap since the JVM's start, as far as its young generation is kept at one size. */
    long allocated() {
        String counters = ask("PerfCounter.print");
        return counter(counters, "sun.gc.collector.0.invocations")
                        * counter(counters, "sun.gc.generation.0.space.0.capacity")
                + counter(counters, "sun.gc.generation.0.space.0.used");
    }

    /**
     * Has a full collection made. That leaves some dead objects where they are, as fillers, sooner than move all behind them:
     * megabytes that are none of any call's, and not counted.
     */
    Heap heap() {
        String histogram = ask("GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("a class histogram without a total");
        }
        long fillers = FILLERS.matcher(histogram)
                .results()
                .mapToLong(filler -> Long.parseLong(filler.group(1)))
                .sum();
        return new Heap(Long.parseLong(total.group(2)) - fillers, histogram);
    }

    /** Bytes of live objects, after a full collection. */
    long liveHeap() {
        return heap().bytes();
    }

    /** Threads of the operating system. */
    int threads() {
        return (int) status("Threads");
    }

    /** Bytes of memory of its own that are there: no files, and nothing that is shared. */
    long anonymous() {
        return status("RssAnon") * 1024;
    }

    /**
     * Memory of the process's own that is there.
     *
     * @param all bytes
     * @param outside bytes of it that do not belong to the heap
     */
    record Resident(long all, long outside) {}

    /** Looks at every mapping of the process, and which of them are the heap's. */
    Resident resident() {
        long heapFrom = Long.MAX_VALUE;
        long heapTo = 0;
        Matcher spaces = HEAP.matcher(ask("GC.heap_info"));
        while (spaces.find()) {
            heapFrom = Math.min(heapFrom, Long.parseLong(spaces.group(1), 16));
            heapTo = Math.max(heapTo, Long.parseLong(spaces.group(2), 16));
        }
        long all = 0;
        long outside = 0;
        boolean heap = false;
        for (String line : lines("smaps")) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long from = Long.parseUnsignedLong(mapping.group(1), 16);
                heap = from >= heapFrom && from < heapTo;
            } else if (line.startsWith("Anonymous:")) {
                long bytes = kilobytes(line);
                all += bytes;
                outside += heap ? 0 : bytes;
            }
        }
        return new Resident(all, outside);
    }

    /** Open files, sockets among them. */
    int descriptors() {
        try (Stream<Path> open = Files.list(process("fd"))) {
            return (int) open.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long status(String name) {
        return lines("status").stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long kilobytes(String line) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(process(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path process(String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }

    private static long counter(String counters, String name) {
        Matcher value =
                Pattern.compile("(?m)^" + Pattern.quote(name) + "=(\\d+)$").matcher(counters);
        if (!value.find()) {
            throw new IllegalStateException("no counter " + name);
        }
        return Long.parseLong(value.group(1));
    }

    private String ask(String command) {
        String answer = Contestant.printed(JCMD, String.valueOf(pid), command);
        if (answer.isEmpty()) {
            throw new IllegalStateException("cannot look into process " + pid);
        }
        return answer;
    }
}
