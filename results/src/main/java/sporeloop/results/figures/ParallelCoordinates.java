package sporeloop.results.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sporeloop.results.figures.Drawing.Anchor;

/**
 * Points with many parameters: an upright line a parameter, a path a point through its values to its
 * score on the last line. Better points are lighter, and lie above.
 *
 * @param title first line
 * @param subtitle second line
 * @param metric what the last line shows
 * @param unit of the metric; empty if dimensionless
 * @param axes the parameters, from left to right
 */
public record ParallelCoordinates(
        String title, String subtitle, String metric, String unit, List<Parameter> axes) {
    /** A parameter with its values from bottom to top. */
    public record Parameter(String name, List<String> values) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /**
     * A point.
     *
     * @param places number of its value on each axis
     * @param score NaN if there is none: then it is not drawn
     */
    public record Path(int[] places, double score) {}

    private static final double HEIGHT = 440;
    private static final double LEFT = 110;
    private static final double APART = 170;
    private static final double TOP = 92;
    private static final double BOTTOM = HEIGHT - 58;

    public ParallelCoordinates {
        axes = List.copyOf(axes);
    }

    /** Draws the points. */
    public Figure draw(List<Path> points) {
        double right = LEFT + APART * Math.max(2, axes.size());
        Drawing drawing = new Drawing(right + 110, HEIGHT, title + ", " + subtitle + ": " + metric);
        drawing.titles(title, subtitle);
        double[] scores = points.stream().mapToDouble(p -> Axis.drawable(p.score)).toArray();
        Axis scale = Axis.covering(scores, 6);
        double low = Arrays.stream(scores).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(scores).filter(Double::isFinite).max().orElse(1);
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(k -> scores[k]));
        for (int k : order) {
            if (Double.isFinite(scores[k])) {
                // The lightest yellow does not show on white.
                double share = high > low ? 0.92 * (scores[k] - low) / (high - low) : 0.5;
                drawing.line(
                        new Ink(Viridis.colour(share), 1.8, 0, 0.85),
                        path(points.get(k), right, y(scale.share(scores[k]))));
            }
        }
        for (int a = 0; a < axes.size(); a++) {
            Parameter axis = axes.get(a);
            upright(drawing, x(a, right), axis.name);
            for (int v = 0; v < axis.values.size(); v++) {
                drawing.text(
                        axis.values.get(v),
                        x(a, right) - 8,
                        y(axis, v) + 4,
                        Panel.SMALL,
                        Anchor.END);
            }
        }
        upright(drawing, right, Wording.axis(metric, unit));
        for (double tick : scale.ticks()) {
            drawing.text(
                    scale.label(tick),
                    right + 8,
                    y(scale.share(tick)) + 4,
                    Panel.SMALL,
                    Anchor.START);
        }
        return new Figure(drawing);
    }

    private double[] path(Path point, double right, double end) {
        double[] path = new double[2 * axes.size() + 2];
        for (int a = 0; a < axes.size(); a++) {
            path[2 * a] = x(a, right);
            path[2 * a + 1] = y(axes.get(a), point.places[a]);
        }
        path[path.length - 2] = right;
        path[path.length - 1] = end;
        return path;
    }

    private static void upright(Drawing drawing, double x, String name) {
        drawing.line(Ink.solid(Ink.GREY, 1), x, TOP, x, BOTTOM);
        drawing.text(name, x, BOTTOM + 28, Panel.NORMAL, Anchor.MIDDLE);
    }

    private double x(int axis, double right) {
        return LEFT + (right - LEFT) * axis / axes.size();
    }

    private static double y(Parameter axis, int value) {
        int values = axis.values.size();
        return y(values == 1 ? 0.5 : (double) value / (values - 1));
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
