package io.arcline.performance;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/performance.md} from what was measured: as a program, from the newest of each kind that is kept. */
public final class PerformancePage {
    private static final Path PAGE = Path.of("docs", "performance.md");

    private PerformancePage() {}

    /** Writes the page anew from the newest data in {@code docs/performance}. */
    public static void main(String[] args) throws IOException {
        write();
    }

    static void write() throws IOException {
        List<JsonObject> suites = Kept.all("");
        if (!suites.isEmpty()) {
            List<SuiteRow> rows = SuiteRow.of(suites.getLast());
            write("measured", measured(suites.getLast(), rows));
            Files.writeString(Kept.FOLDER.resolve("turns.svg"), bars(rows));
            write("history", SuiteHistory.section(suites));
            Files.writeString(Kept.FOLDER.resolve("history.svg"), SuiteHistory.picture(suites));
        }
        Optional<JsonObject> capacity = Kept.newest(Capacity.KIND);
        if (capacity.isPresent()) {
            write("capacity", CapacityReport.section(capacity.get()));
        }
        Optional<JsonObject> soak = Kept.newest(Soak.KIND);
        if (soak.isPresent()) {
            write("soak", SoakReport.section(soak.get()));
            Files.writeString(Kept.FOLDER.resolve("soak.svg"), SoakReport.picture(soak.get()));
        }
    }

    /** Puts a text between two marks of the page. */
    private static void write(String mark, String text) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + mark + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf("<!-- /" + mark + " -->");
        if (from < 0 || to < from) {
            throw new IllegalStateException(PAGE + " has lost the marks \"" + mark + "\"");
        }
        Files.writeString(PAGE, page.substring(0, from) + begin + text + page.substring(to));
    }

    /** The commit and the machine, and where the data is. */
    static String origin(JsonObject found) {
        JsonObject machine = found.getJsonObject("machine");
        return String.format(
                Locale.ROOT,
                "Commit `%s`%s, %s, %d cores, %s, %s; %s%s; load average %s at the end. Data: [%s.json](performance/%s.json).%n%n",
                found.getString("commit"),
                found.getBoolean("changed") ? " with changes" : "",
                machine.getString("processor"),
                machine.getInt("cores"),
                machine.getString("system"),
                machine.getString("java"),
                found.containsKey("jvmOptions")
                        ? "`" + found.getString("jvmOptions") + "`"
                        : "options as the image chooses them",
                found.containsKey("database") ? "; " + found.getString("database") : "",
                machine.getString("loadAverage"),
                found.getString("name"),
                found.getString("name"));
    }

    private static String measured(JsonObject found, List<SuiteRow> rows) {
        SuiteRow reference = SuiteRow.reference(rows);
        StringBuilder out = new StringBuilder(origin(found));
        add(out, "![Turns a second and processor time a turn](performance/turns.svg)%n%n");
        add(
                out,
                "| server | script | turns/s | p50 ms | p99 ms | CPU µs a turn | of its core, %% | bytes a turn | turns/s, p99 and CPU where Open Liberty has 1 |%n");
        add(out, "|---|---|---|---|---|---|---|---|---|%n");
        for (SuiteRow row : rows) {
            add(
                    out,
                    "| %s | %s | %.0f | %.2f | %.2f | %.1f | %.0f | %d | %.2f, %.2f, %.2f |%n",
                    row.server(),
                    row.script(),
                    row.rate(),
                    row.p50(),
                    row.p99(),
                    row.micros(),
                    row.rate() * row.micros() / 10_000,
                    row.bytes(),
                    row.rate() / reference.rate(),
                    row.p99() / reference.p99(),
                    row.micros() / reference.micros());
        }
        if (found.containsKey("journalDropped")) {
            add(out, "%nEntries that the journal dropped during these runs: %d.%n", found.getInt("journalDropped"));
        }
        add(
                out,
                "%n| server | ready after, s | live heap a call, bytes | anonymous memory a call | resident at once |%n");
        add(out, "|---|---|---|---|---|%n");
        JsonObject starts = found.getJsonObject("startMillis");
        for (String server : starts.keySet()) {
            add(out, "| %s | %.1f | %s |%n", server, starts.getInt(server) / 1000.0, memory(found, server));
        }
        thinking(out, found);
        if (!found.getJsonArray("parts").isEmpty()) {
            add(out, "%n| part | time | bytes |%n|---|---|---|%n");
            for (JsonObject part : found.getJsonArray("parts").getValuesAs(JsonObject.class)) {
                add(
                        out,
                        "| `%s` | %.3g %s | %.0f |%n",
                        part.getString("part"),
                        part.getJsonNumber("score").doubleValue(),
                        part.getString("unit").replace("us/", "µs/"),
                        part.getJsonNumber("bytes").doubleValue());
            }
        }
        return out.toString();
    }

    /** Live heap, anonymous and resident memory a call; those that were measured otherwise know the first only. */
    private static String memory(JsonObject found, String server) {
        if (!found.containsKey("bytesPerCall")) {
            return found.getJsonObject("liveHeapBytesPerCall").getInt(server) + " (pools not grown) | |";
        }
        JsonObject bytes = found.getJsonObject("bytesPerCall").getJsonObject(server);
        return Stream.of("liveHeap", "anonymous", "resident")
                .map(kind -> bytes.get(kind).toString())
                .collect(Collectors.joining(" | "));
    }

    private static void thinking(StringBuilder out, JsonObject found) {
        add(out, "%nWith five seconds between an answer and the next words, connecting at 500 calls a second:%n%n");
        add(out, "| server | calls | failed | p50 ms | p99 ms | connecting p99 ms |%n|---|---|---|---|---|---|%n");
        for (JsonObject run : found.getJsonArray("thinking").getValuesAs(JsonObject.class)) {
            JsonObject turn = run.getJsonObject("turnMillis");
            add(
                    out,
                    "| %s | %d | %d | %.2f | %.2f | %.1f |%n",
                    run.getString("server"),
                    run.getInt("calls"),
                    run.getInt("calls") - run.getInt("connected"),
                    turn.getJsonNumber("p50").doubleValue(),
                    turn.getJsonNumber("p99").doubleValue(),
                    run.getJsonObject("connectMillis").getJsonNumber("p99").doubleValue());
        }
    }

    /** Two bars a server: turns a second and processor time a turn. */
    private static String bars(List<SuiteRow> rows) {
        double mostRate = rows.stream().mapToDouble(SuiteRow::rate).max().orElse(1);
        double mostMicros = rows.stream().mapToDouble(SuiteRow::micros).max().orElse(1);
        int height = 30 + rows.size() * 34;
        String bars = rows.stream()
                .map(row -> bar(row, 40 + rows.indexOf(row) * 34, row.rate() / mostRate, row.micros() / mostMicros))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 %d" font-family="sans-serif" font-size="12">
                <rect width="760" height="%d" fill="#fff"/>
                <text x="250" y="20" fill="#06b">turns a second</text><text x="510" y="20" fill="#b60">CPU µs a turn</text>
                %s</svg>
                """.formatted(height, height, bars);
    }

    private static String bar(SuiteRow row, int y, double rate, double micros) {
        String name = row.script().equals("anything") ? row.server() : row.server() + ", " + row.script();
        return String.format(
                Locale.ROOT,
                """
                <text x="240" y="%d" text-anchor="end">%s</text>
                <rect x="250" y="%d" width="%.0f" height="16" fill="#06b"/><text x="%.0f" y="%d">%.0f</text>
                <rect x="510" y="%d" width="%.0f" height="16" fill="#b60"/><text x="%.0f" y="%d">%.1f</text>
                """,
                y + 5,
                name,
                y - 8,
                190 * rate,
                254 + 190 * rate,
                y + 5,
                row.rate(),
                y - 8,
                190 * micros,
                514 + 190 * micros,
                y + 5,
                row.micros());
    }

    private static void add(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
