package io.arcline.performance;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks into another JVM of this machine by {@code jcmd}: what it has allocated and what it holds. By JMX it would take an agent
 * that does not start in Open Liberty.
 */
record Probe(long pid) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+(\\d+)\\s+(\\d+)");
    private static final Pattern FILLERS =
            Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(?:\\[L)?jdk\\.internal\\.vm\\.Filler");

    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    /** Bytes allocated on the heap since the JVM's start, as far as its young generation is kept at one size. */
    long allocated() {
        String counters = ask("PerfCounter.print");
        return counter(counters, "sun.gc.collector.0.invocations")
                        * counter(counters, "sun.gc.generation.0.space.0.capacity")
                + counter(counters, "sun.gc.generation.0.space.0.used");
    }

    /**
     * Bytes of live objects, after a full collection. That leaves some dead ones where they are, as fillers, sooner than move all
     * behind them: megabytes that are none of any call's.
     */
    long liveHeap() {
        String histogram = ask("GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("a class histogram without a total");
        }
        long fillers = FILLERS.matcher(histogram)
                .results()
                .mapToLong(filler -> Long.parseLong(filler.group(1)))
                .sum();
        return Long.parseLong(total.group(2)) - fillers;
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
