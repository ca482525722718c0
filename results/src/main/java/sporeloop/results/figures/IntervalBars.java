package sporeloop.results.figures;

import java.util.List;
import java.util.stream.DoubleStream;
import sporeloop.results.figures.Drawing.Anchor;
import sporeloop.results.statistics.Interval;

/**
 * Conditions one below the other: a dot for the estimate, a bar for its interval, a small dot for each
 * run, the number beside.
 *
 * @param title first line
 * @param subtitle second line: what the bars are, how many seeds
 * @param metric what is compared
 * @param unit of the metric; empty if dimensionless
 */
public record IntervalBars(String title, String subtitle, String metric, String unit) {
    /**
     * A condition.
     *
     * @param each the single runs' figures, drawn as small dots
     */
    public record Bar(String name, Interval interval, double... each) {}

    private static final double NARROWEST_NAMES = 198;
    private static final double LETTER = 7.6; // a wide one of the names' lettering
    private static final double BARS = 430;
    private static final double TOP = 74;
    private static final double ROW = 34;

    /** Draws the conditions from top to bottom. */
    public Figure draw(List<Bar> bars) {
        double names =
                bars.stream().mapToDouble(bar -> 8 + LETTER * bar.name.length()).max().orElse(0);
        double left = 12 + Math.max(NARROWEST_NAMES, names);
        double right = left + BARS;
        double bottom = TOP + ROW * bars.size();
        Drawing drawing =
                new Drawing(
                        right + 60,
                        bottom + 58,
                        title + ", " + subtitle + ": " + Wording.axis(metric, unit));
        drawing.titles(title, subtitle);
        Axis axis =
                Axis.covering(
                        bars.stream()
                                .flatMapToDouble(IntervalBars::shown)
                                .map(Axis::drawable)
                                .toArray(),
                        7);
        Panel panel = new Panel(drawing, left, TOP, right, bottom, axis, new Axis(0, 1, 2, 1, ""));
        for (double tick : axis.ticks()) {
            drawing.line(Ink.solid(Ink.PALE, 1), panel.x(tick), TOP, panel.x(tick), bottom);
        }
        drawing.line(Ink.solid(Ink.GREY, 1), left, bottom, right, bottom);
        panel.horizontalLabels(Wording.axis(metric, unit));
        for (int b = 0; b < bars.size(); b++) {
            Bar bar = bars.get(b);
            double y = TOP + ROW * (b + 0.5);
            drawing.text(bar.name, left - 12, y + 4.5, Panel.NORMAL, Anchor.END);
            Interval interval = bar.interval;
            double low = Axis.drawable(interval.low());
            double high = Axis.drawable(interval.high());
            double end = left;
            for (double run : bar.each) {
                if (!Double.isNaN(Axis.drawable(run))) {
                    drawing.dot(Ink.VERMILLION, panel.x(run), y + 9, 2);
                    end = Math.max(end, panel.x(run));
                }
            }
            if (Double.isNaN(low + high)) {
                drawing.text("no value", left + 8, y + 4.5, Panel.SMALL, Anchor.START);
                continue;
            }
            drawing.box(Ink.BLUE, 0.3, panel.x(low), y - 4, panel.x(high), y + 4);
            drawing.dot(Ink.BLUE, panel.x(interval.estimate()), y, 5);
            drawing.text(
                    Wording.rounded(interval.estimate()),
                    Math.max(end, panel.x(high)) + 10,
                    y + 4.5,
                    Panel.SMALL,
                    Anchor.START);
        }
        return new Figure(drawing);
    }

    private static DoubleStream shown(Bar bar) {
        DoubleStream ends = DoubleStream.of(bar.interval.low(), bar.interval.high());
        return DoubleStream.concat(ends, DoubleStream.of(bar.each));
    }
}
