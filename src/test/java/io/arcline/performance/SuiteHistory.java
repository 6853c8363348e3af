package io.arcline.performance;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ARC Line against the bare Open Liberty in every suite that is kept, commit by commit: ratios, since the machines differ. */
final class SuiteHistory {
    private static final String SERVER = "ARC Line";
    private static final double WANTED_RATE = 0.5;
    private static final int WIDTH = 760;
    private static final int LEFT = 250;
    private static final int BAR = 190;

    private SuiteHistory() {}

    /** @param memory live heap a call in bytes */
    private record Point(
            String day, String commit, String processor, double rate, double p99, double micros, int memory) {
        private static Point of(JsonObject suite) {
            List<SuiteRow> rows = SuiteRow.of(suite);
            SuiteRow bare = SuiteRow.reference(rows);
            SuiteRow ours = rows.stream()
                    .filter(row -> row.server().equals(SERVER))
                    .findFirst()
                    .orElseThrow();
            int memory = Optional.ofNullable(suite.getJsonObject("bytesPerCall"))
                    .map(bytes -> bytes.getJsonObject(SERVER).getInt("liveHeap"))
                    .orElseGet(() -> suite.getJsonObject("liveHeapBytesPerCall").getInt(SERVER));
            return new Point(
                    suite.getString("at").substring(0, "2026-01-01".length()),
                    suite.getString("commit"),
                    suite.getJsonObject("machine").getString("processor"),
                    ours.rate() / bare.rate(),
                    ours.p99() / bare.p99(),
                    ours.micros() / bare.micros(),
                    memory);
        }
    }

    /** Markdown; the oldest first. */
    static String section(List<JsonObject> suites) {
        return "![Turns a second and processor time a turn by commit](performance/history.svg)\n\n"
                + "| day | commit | processor | turns/s | p99 | CPU a turn | live heap a call, bytes |\n"
                + "|---|---|---|---|---|---|---|\n"
                + points(suites).stream()
                        .map(point -> String.format(
                                Locale.ROOT,
                                "| %s | `%s` | %s | %.2f | %.1f | %.2f | %d |%n",
                                point.day(),
                                point.commit(),
                                point.processor(),
                                point.rate(),
                                point.p99(),
                                point.micros(),
                                point.memory()))
                        .collect(Collectors.joining());
    }

    /** SVG: for each commit how many of the bare server's turns a second, with a line at what is wanted, and how much of its time. */
    static String picture(List<JsonObject> suites) {
        List<Point> points = points(suites);
        double most = points.stream().mapToDouble(Point::micros).max().orElse(1);
        int height = 60 + 34 * points.size();
        int wanted = LEFT + (int) (BAR * WANTED_RATE);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                <text x="250" y="20" fill="#06b">turns a second, bare Open Liberty 1</text><text x="510" y="20" fill="#b60">CPU a turn, bare Open Liberty 1</text>
                %3$s<path d="M%4$d 28V%5$d" stroke="#444" stroke-dasharray="3 3"/><text x="%4$d" y="%6$d" text-anchor="middle" fill="#444">half</text>
                </svg>
                """.formatted(
                        WIDTH,
                        height,
                        IntStream.range(0, points.size())
                                .mapToObj(index -> bars(points.get(index), 48 + 34 * index, most))
                                .collect(Collectors.joining()),
                        wanted,
                        height - 24,
                        height - 10);
    }

    private static String bars(Point point, int y, double mostMicros) {
        double rate = BAR * point.rate();
        double micros = BAR * point.micros() / mostMicros;
        return String.format(
                Locale.ROOT,
                """
                <text x="240" y="%d" text-anchor="end">%s, %s</text>
                <rect x="250" y="%d" width="%.0f" height="16" fill="#06b"/><text x="%.0f" y="%d">%.2f</text>
                <rect x="510" y="%d" width="%.0f" height="16" fill="#b60"/><text x="%.0f" y="%d">%.2f</text>
                """,
                y + 5,
                point.commit(),
                point.processor(),
                y - 8,
                rate,
                LEFT + 4 + rate,
                y + 5,
                point.rate(),
                y - 8,
                micros,
                514 + micros,
                y + 5,
                point.micros());
    }

    private static List<Point> points(List<JsonObject> suites) {
        return suites.stream().map(Point::of).toList();
    }
}
