package io.arcline.performance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A long run for the page: a table and a picture. */
final class SoakReport {
    private static final int ROW = 74;
    private static final int LEFT = 170;
    private static final int WIDTH = 480;

    private SoakReport() {}

    static String section(JsonObject found) {
        JsonObject load = found.getJsonObject("load");
        JsonObject turns = load.getJsonObject("turnMillis");
        JsonObject after = found.getJsonObject("afterwards");
        StringBuilder out = new StringBuilder(PerformancePage.origin(found));
        add(out, "![What the server held, by the minute](performance/soak.svg)%n%n");
        add(
                out,
                "%d minutes, `%s`: %d turns, %d calls connected, %d came back after their socket was lost; "
                        + "a turn p50 %.2f ms, p99 %.2f, most %.0f, with a full collection every minute.%n%n",
                found.getInt("minutes"),
                found.getString("options"),
                load.getInt("turns"),
                load.getInt("connected"),
                load.getJsonObject("comebackMillis").getInt("count"),
                number(turns, "p50"),
                number(turns, "p99"),
                number(turns, "p100"));
        add(out, "| in the second half | mean | rise an hour | |%n|---|---|---|---|%n");
        for (SoakMinute.Quantity quantity : SoakMinute.Quantity.values()) {
            JsonObject growth = found.getJsonObject("growth").getJsonObject(quantity.key());
            add(
                    out,
                    "| %s | %.1f | %+.2f, %+.1f %% | %s |%n",
                    quantity.title(),
                    number(growth, "mean") / quantity.unit(),
                    number(growth, "anHour") / quantity.unit(),
                    number(growth, "percentAnHour"),
                    growth.getBoolean("flat") ? "flat" : "**grows**");
        }
        add(
                out,
                "%nErrors in the log: %d. Entries that the journal lost: %d. Calls that failed: %s. After the last call: %d live, heap %.1f MB, %d descriptors, %d timers.%n",
                after.getInt("errors"),
                after.getInt("dropped"),
                load.getJsonObject("failures").isEmpty() ? "none" : load.getJsonObject("failures"),
                after.getInt("calls"),
                number(after, SoakMinute.Quantity.HEAP.key()) / 1e6,
                after.getInt(SoakMinute.Quantity.DESCRIPTORS.key()),
                after.getInt(SoakMinute.Quantity.TIMERS.key()));
        return out.toString();
    }

    /** A curve for everything that must not grow, and one for p99. */
    static String picture(JsonObject found) {
        JsonArray minutes = found.getJsonArray("perMinute");
        StringBuilder rows = new StringBuilder();
        int y = 10;
        for (SoakMinute.Quantity quantity : SoakMinute.Quantity.values()) {
            rows.append(row(y, quantity.title(), minutes, minute -> number(minute, quantity.key()) / quantity.unit()));
            y += ROW;
        }
        rows.append(row(y, "p99 of a turn, ms", minutes, minute -> number(minute, "p99")));
        y += ROW;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 %d" font-family="sans-serif" font-size="12">
                <rect width="760" height="%d" fill="#fff"/>
                %s<text x="%d" y="%d" text-anchor="end">minute %d</text>
                </svg>
                """.formatted(y + 20, y + 20, rows, LEFT + WIDTH, y + 10, minutes.size());
    }

    private static String row(int top, String title, JsonArray minutes, ToDoubleFunction<JsonObject> value) {
        List<JsonObject> all = minutes.getValuesAs(JsonObject.class);
        double most = all.stream().mapToDouble(value).max().orElse(1);
        int height = ROW - 14;
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            add(
                    points,
                    "%.1f,%.1f ",
                    LEFT + WIDTH * (i + 1.0) / all.size(),
                    top + height - height * value.applyAsDouble(all.get(i)) / Math.max(most, 1e-9));
        }
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end">%s</text><rect x="%d" y="%d" width="%d" height="%d" fill="#f4f4f4"/>
                <polyline points="%s" fill="none" stroke="#06b" stroke-width="1.5"/>
                <text x="%d" y="%d">%.1f</text><text x="%d" y="%d">0</text>
                """,
                LEFT - 10,
                top + height / 2,
                title,
                LEFT,
                top,
                WIDTH,
                height,
                points.toString().strip(),
                LEFT + WIDTH + 6,
                top + 10,
                most,
                LEFT + WIDTH + 6,
                top + height);
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    private static void add(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
