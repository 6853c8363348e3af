package io.arcline.ops.meter;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that operators give to Prometheus and Grafana, taken apart, and a scrape that was recorded once. */
final class OperationsFiles {
    static final Path ALERTS = Path.of("src", "main", "ops", "alerts.yml");
    static final Path DASHBOARD = Path.of("src", "main", "ops", "dashboard.json");
    static final Path SCRAPE = Path.of("src", "test", "ops", "scrape.txt");

    private static final Pattern ALERT =
            Pattern.compile("- alert: (\\w+)\\s+expr: (?:\\|\\n((?: {10}.*\\n)+)|(.*)\\n)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*(?!\\w)(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by", "on", "without");

    private OperationsFiles() {}

    /** The alerts' expressions by their names. */
    static Map<String, String> alerts() throws IOException {
        Map<String, String> alerts = new LinkedHashMap<>();
        Matcher each = ALERT.matcher(Files.readString(ALERTS));
        while (each.find()) {
            alerts.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2));
        }
        return alerts;
    }

    /** The dashboard's expressions, as its panels have them. */
    static List<String> dashboard() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(DASHBOARD))) {
            for (JsonObject panel : reader.readObject().getJsonArray("panels").getValuesAs(JsonObject.class)) {
                if (panel.containsKey("targets")) {
                    panel.getJsonArray("targets")
                            .getValuesAs(JsonObject.class)
                            .forEach(target -> expressions.add(target.getString("expr")));
                }
            }
        }
        return expressions;
    }

    /** The metrics that an expression names. */
    static Set<String> metrics(String expression) {
        String bare = expression
                .replaceAll("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"", " ")
                .replaceAll("\\b(by|on|without)\\s*\\([^)]*\\)", " ");
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }

    /** The recorded samples: series, a space, the value. */
    static List<String> samples() throws IOException {
        return Files.readAllLines(SCRAPE).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The names of what was recorded. */
    static Set<String> recorded() throws IOException {
        Set<String> names = new TreeSet<>();
        samples().forEach(sample -> names.add(sample.split("[{ ]")[0]));
        return names;
    }
}
