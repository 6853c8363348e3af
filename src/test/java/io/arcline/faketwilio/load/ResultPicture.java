package io.arcline.faketwilio.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A result as a picture: how long turns took by percentile, and turns and times by the second. */
final class ResultPicture {
    private static final double[] PERCENTILES = {
        0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.995, 99.999
    };

    private ResultPicture() {}

    /** An SVG document. */
    static String of(LoadResult result) {
        String title = result.options().title().isEmpty()
                ? ResultText.of(result).lines().findFirst().orElse("")
                : result.options().title();
        Chart chart = new Chart(title);
        List<double[]> curve = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            double x = Math.log10(100 / (100 - percentile));
            if (x <= Math.log10(Math.max(10, result.turns().getTotalCount()))) {
                curve.add(new double[] {x, ResultText.millis(result.turns(), percentile)});
            }
        }
        chart.panel("milliseconds by percentile", List.of("median", "90 %", "99 %", "99.9 %", "99.99 %"), new double[] {
            Math.log10(2), 1, 2, 3, 4
        });
        chart.curve("turn", curve, "#0b6");
        chart.panel("turns a second", List.of(), new double[0]);
        chart.curve("turns", seconds(result, LoadResult.Second::turns), "#06b");
        chart.panel("milliseconds by the second", List.of(), new double[0]);
        chart.curve("median", seconds(result, second -> second.median() / 1e3), "#0b6");
        chart.curve("99 %", seconds(result, second -> second.p99() / 1e3), "#b60");
        return chart.svg();
    }

    private static List<double[]> seconds(LoadResult result, ToDoubleFunction<LoadResult.Second> value) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < result.seconds().size(); i++) {
            points.add(new double[] {i + 1, value.applyAsDouble(result.seconds().get(i))});
        }
        return points;
    }

    static String number(double value) {
        return value >= 10_000
                ? String.format(Locale.ROOT, "%.0fk", value / 1000)
                : value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
