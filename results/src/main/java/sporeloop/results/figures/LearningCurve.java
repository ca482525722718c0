package sporeloop.results.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import sporeloop.results.figures.Drawing.Anchor;
import sporeloop.results.run.ProgressTable;

/**
 * How one run learned: the task's main metric over simulated time between the levels of the untrained
 * agent and of the oracle, and the mean reward below.
 *
 * @param title first line: the scenario
 * @param subtitle second line: seed, duration
 * @param metric column of the table to draw
 * @param unit of the metric; empty if dimensionless
 * @param untrained level before learning; NaN if not known
 * @param oracle level of the task's oracle; NaN if not known
 * @param bands spans of time to mark
 */
public record LearningCurve(
        String title,
        String subtitle,
        String metric,
        String unit,
        double untrained,
        double oracle,
        List<Band> bands) {
    /**
     * A span of simulated time in which something was done to the loop.
     *
     * @param from its beginning [s]
     * @param to its end [s]; its beginning if it happened at once, infinite if it lasts
     * @param label what was done
     */
    public record Band(double from, double to, String label) {}

    private static final double WIDTH = 780;
    private static final double HEIGHT = 500;
    private static final double LEFT = 78;
    private static final double RIGHT = WIDTH - 134;
    private static final double TOP = 74;
    private static final double MIDDLE = 312;
    private static final double BOTTOM = HEIGHT - 58;
    private static final double GAP = 26;
    private static final int TICKS = 9;

    /** With more windows than this the curve is smoothed, and the windows stand pale behind. */
    private static final int MANY = 150;

    private static final String TIME = "sim_time_s";
    private static final String REWARD = "mean_reward";

    public LearningCurve {
        untrained = Axis.drawable(untrained);
        oracle = Axis.drawable(oracle);
        bands = List.copyOf(bands);
    }

    /** Draws a run's table, which has the columns {@code sim_time_s}, the metric and, perhaps, {@code mean_reward}. */
    public Figure draw(ProgressTable table) {
        Drawing drawing =
                new Drawing(
                        WIDTH, HEIGHT, title + ", " + subtitle + ": " + Wording.axis(metric, unit));
        drawing.titles(title, subtitle);
        double[] time = table.column(TIME);
        double[] value = drawable(table, metric);
        boolean withReward = table.has(REWARD);
        Axis horizontal = Axis.time(time.length == 0 ? 0 : time[time.length - 1], TICKS);
        double[] shown =
                DoubleStream.concat(Arrays.stream(value), DoubleStream.of(untrained, oracle))
                        .toArray();
        Panel main =
                new Panel(
                        drawing,
                        LEFT,
                        TOP,
                        RIGHT,
                        withReward ? MIDDLE : BOTTOM,
                        horizontal,
                        Axis.covering(shown, 6));
        mark(drawing, main, horizontal, withReward ? MIDDLE : BOTTOM);
        main.axes(Wording.axis(metric, unit));
        EndLabels labels = new EndLabels();
        level(drawing, main, "oracle", oracle, Ink.solid(Ink.GREEN, 1.6).dashed(7), labels);
        level(drawing, main, "untrained", untrained, Ink.solid(Ink.GREY, 1.6).dashed(2.5), labels);
        curve(main, time, value, Ink.BLUE);
        double end = last(value.length > MANY ? smooth(value) : value);
        if (!Double.isNaN(end)) {
            labels.add(main.y(end), "agent " + Wording.rounded(end), Ink.BLUE);
        } else {
            drawing.text(
                    "no value yet",
                    (LEFT + RIGHT) / 2,
                    (TOP + MIDDLE) / 2 + 22,
                    Panel.SMALL,
                    Anchor.MIDDLE);
        }
        labels.draw(drawing, RIGHT + 8);
        Panel lowest = main;
        if (withReward) {
            double[] reward = drawable(table, REWARD);
            lowest =
                    new Panel(
                            drawing,
                            LEFT,
                            MIDDLE + GAP,
                            RIGHT,
                            BOTTOM,
                            horizontal,
                            Axis.covering(reward, 3));
            lowest.axes("mean reward");
            curve(lowest, time, reward, Ink.VERMILLION);
        }
        lowest.horizontalLabels("simulated time [" + horizontal.name() + "]");
        return new Figure(drawing);
    }

    private void mark(Drawing drawing, Panel panel, Axis horizontal, double bottom) {
        for (Band band : bands) {
            double from = panel.x(Math.max(band.from, 0));
            double to = panel.x(Math.min(band.to, horizontal.to()));
            boolean atOnce = band.from == band.to && band.from <= horizontal.to();
            if (to > from || atOnce) {
                drawing.box(Ink.series(4), 0.16, from, TOP, atOnce ? from + 2 : to, bottom);
                drawing.text(band.label, from + 4, TOP - 6, Panel.SMALL, Anchor.START);
            }
        }
    }

    private static void level(
            Drawing drawing, Panel panel, String name, double level, Ink ink, EndLabels labels) {
        if (Double.isFinite(level)) {
            drawing.line(ink, LEFT, panel.y(level), RIGHT, panel.y(level));
            labels.add(panel.y(level), name + " " + Wording.rounded(level), ink.rgb());
        }
    }

    private static void curve(Panel panel, double[] time, double[] value, int rgb) {
        if (time.length > MANY) {
            panel.curve(time, value, Ink.solid(rgb, 0.8).faint(0.35));
            panel.curve(time, smooth(value), Ink.solid(rgb, 2.2));
        } else {
            panel.curve(time, value, Ink.solid(rgb, 2.2));
        }
    }

    /** Running mean over a fiftieth of the run, of the windows that have a value. */
    private static double[] smooth(double[] values) {
        int half = values.length / 100;
        double[] smooth = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            smooth[k] =
                    Arrays.stream(
                                    values,
                                    Math.max(0, k - half),
                                    Math.min(values.length, k + half + 1))
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(Double.NaN);
        }
        return smooth;
    }

    private static double[] drawable(ProgressTable table, String column) {
        return Arrays.stream(table.column(column)).map(Axis::drawable).toArray();
    }

    private static double last(double[] values) {
        double last = Double.NaN;
        for (double value : values) {
            last = Double.isNaN(value) ? last : value;
        }
        return last;
    }
}
