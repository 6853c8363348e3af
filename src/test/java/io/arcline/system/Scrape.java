package io.arcline.system;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /metrics} said at one moment. */
record Scrape(Map<String, String> types, Map<Series, Double> values) {
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** One series: its name and what its labels say. */
    record Series(String name, Map<String, String> labels) {}

    static Scrape of(LibertyServer server) {
        return parse(server.operator("/metrics").body());
    }

    static Scrape parse(String text) {
        Map<String, String> types = new TreeMap<>();
        Map<Series, Double> values = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ");
            if (line.startsWith("# TYPE ")) {
                types.put(words[2], words[3]);
            } else if (!line.startsWith("#")) {
                SAMPLE.matcher(line)
                        .results()
                        .findFirst()
                        .ifPresent(sample -> values.put(series(sample), Double.valueOf(sample.group(3))));
            }
        }
        return new Scrape(types, values);
    }

    /** The sum of all series of this name that have these labels, such as {@code hotline="loot"}; 0 where there are none. */
    double sum(String name, String... labels) {
        Map<String, String> wanted = labels(String.join(",", labels));
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name)
                        && entry.getKey().labels().entrySet().containsAll(wanted.entrySet()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The series whose names begin so. */
    Set<Series> series(String prefix) {
        return values.keySet().stream()
                .filter(series -> series.name().startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** The samples of series whose names begin with what the pattern matches, as Prometheus writes them, in order. */
    String lines(String pattern) {
        Pattern beginning = Pattern.compile(pattern);
        return values.entrySet().stream()
                .filter(entry -> beginning.matcher(entry.getKey().name()).lookingAt())
                .map(entry -> entry.getKey().name()
                        + braces(new TreeMap<>(entry.getKey().labels())) + " " + entry.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String braces(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Scrapes until it is as wanted; the last one where that does not happen within some seconds. */
    static Scrape await(LibertyServer server, Predicate<Scrape> wanted) throws InterruptedException {
        Scrape scrape = of(server);
        for (int tries = 0; tries < 100 && !wanted.test(scrape); tries++) {
            Thread.sleep(200);
            scrape = of(server);
        }
        return scrape;
    }

    private static Series series(MatchResult sample) {
        return new Series(sample.group(1), labels(sample.group(2) == null ? "" : sample.group(2)));
    }

    private static Map<String, String> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2), (one, other) -> other));
    }
}
