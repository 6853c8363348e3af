package io.arcline.faketwilio.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Panels of curves below each other, as SVG. The ordinates begin at zero; the colours fit light and dark pages. */
final class Chart {
    private static final int WIDTH = 720;
    private static final int PANEL = 210;
    private static final int LEFT = 60;
    private static final int HEIGHT = 140;
    private static final int TOP = 40;

    private final String title;
    private final List<Panel> panels = new ArrayList<>();

    Chart(String title) {
        this.title = title;
    }

    private record Panel(String title, List<String> labels, double[] places, List<Curve> curves) {}

    private record Curve(String name, List<double[]> points, String colour) {}

    /** A new panel below those before; the marks of its abscissa, or none for plain numbers. */
    void panel(String name, List<String> labels, double[] places) {
        panels.add(new Panel(name, labels, places, new ArrayList<>()));
    }

    /** A curve in the panel that was begun last, through points of two coordinates. */
    void curve(String name, List<double[]> points, String colour) {
        panels.getLast().curves().add(new Curve(name, points, colour));
    }

    String svg() {
        int height = TOP + panels.size() * PANEL;
        StringBuilder out = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="%d" height="%d" fill="#fff"/>
                <text x="%d" y="24" font-size="15">%s</text>
                """.formatted(WIDTH, height, WIDTH, height, LEFT, escaped(title)));
        for (int i = 0; i < panels.size(); i++) {
            draw(out, panels.get(i), TOP + i * PANEL + 30);
        }
        return out.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder out, Panel panel, int top) {
        double mostX = most(panel, 0);
        double mostY = nice(most(panel, 1));
        add(out, "<text x=\"%d\" y=\"%d\" fill=\"#555\">%s</text>\n", LEFT, top - 10, escaped(panel.title()));
        for (int i = 0; i <= 4; i++) {
            int y = top + HEIGHT - i * HEIGHT / 4;
            add(out, "<path d=\"M%d %dH%d\" stroke=\"#ddd\"/>\n", LEFT, y, WIDTH - 20);
            String label = ResultPicture.number(mostY * i / 4);
            add(
                    out,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#555\">%s</text>\n",
                    LEFT - 6,
                    y + 4,
                    i == 0 ? "0" : label);
        }
        for (int i = 0; i < panel.places().length; i++) {
            if (panel.places()[i] <= mostX) {
                double x = x(panel.places()[i], mostX);
                add(out, "<path d=\"M%.1f %dv%d\" stroke=\"#ddd\"/>\n", x, top, HEIGHT);
                add(
                        out,
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>\n",
                        x,
                        top + HEIGHT + 16,
                        panel.labels().get(i));
            }
        }
        if (panel.places().length == 0) {
            add(
                    out,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#555\">%s s</text>\n",
                    WIDTH - 20,
                    top + HEIGHT + 16,
                    ResultPicture.number(mostX));
        }
        int legend = WIDTH - 20;
        for (Curve curve : panel.curves()) {
            add(out, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"", curve.colour());
            curve.points()
                    .forEach(point ->
                            add(out, "%.1f,%.1f ", x(point[0], mostX), top + HEIGHT - point[1] / mostY * HEIGHT));
            out.append("\"/>\n");
            add(
                    out,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>\n",
                    legend,
                    top - 10,
                    curve.colour(),
                    escaped(curve.name()));
            legend -= 80;
        }
    }

    private static double x(double value, double most) {
        return LEFT + value / most * (WIDTH - 20 - LEFT);
    }

    private static double most(Panel panel, int coordinate) {
        double most = panel.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(point -> point[coordinate])
                .max()
                .orElse(1);
        return most > 0 ? most : 1;
    }

    /** The next number that is easy to divide by four. */
    private static double nice(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.2, 2, 4, 6, 8}) {
            if (value <= step * unit) {
                return step * unit;
            }
        }
        return 10 * unit;
    }

    private static void add(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
