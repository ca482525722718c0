package sporeloop.results.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Statistic;

/**
 * Learning curves of one or more conditions, each over several seeds: the interquartile mean with its
 * bootstrap interval as a band, and each run as a thin line.
 *
 * @param title first line
 * @param subtitle second line: what the band is, how many seeds
 * @param metric column of the tables
 * @param unit of the metric; empty if dimensionless
 * @param levels to compare with, such as the oracle's
 */
public record SeedCurves(
        String title, String subtitle, String metric, String unit, List<Level> levels) {
    /** A named horizontal line. */
    public record Level(String name, double value) {}

    /**
     * A condition over time.
     *
     * @param name beside its curve
     * @param time [s]
     * @param middle estimate at each time; NaN where no run has a value
     * @param low lower end of its interval
     * @param high upper end
     * @param each the single runs
     */
    public record Series(
            String name,
            double[] time,
            double[] middle,
            double[] low,
            double[] high,
            List<double[]> each) {
        /** The runs of one condition, row by row up to the end of the longest. */
        public static Series of(
                String name, List<ProgressTable> runs, String metric, Bootstrap bootstrap) {
            List<double[]> times = runs.stream().map(run -> run.column("sim_time_s")).toList();
            List<double[]> values = runs.stream().map(run -> run.column(metric)).toList();
            double[] time = times.stream().max((a, b) -> a.length - b.length).orElseThrow();
            Series series =
                    new Series(
                            name,
                            time,
                            new double[time.length],
                            new double[time.length],
                            new double[time.length],
                            values);
            for (int r = 0; r < time.length; r++) {
                int row = r;
                double[] sample =
                        values.stream()
                                .filter(run -> run.length > row)
                                .mapToDouble(run -> run[row])
                                .filter(Double::isFinite)
                                .toArray();
                Interval at =
                        sample.length == 0
                                ? new Interval(Double.NaN, Double.NaN, Double.NaN)
                                : bootstrap.of(Statistic.INTERQUARTILE_MEAN, sample);
                series.middle[r] = Axis.drawable(at.estimate());
                series.low[r] = Axis.drawable(at.low());
                series.high[r] = Axis.drawable(at.high());
            }
            return series;
        }
    }

    private static final double RUN_OPACITY = 0.3;
    private static final double WIDTH = 780;
    private static final double HEIGHT = 440;
    private static final double LEFT = 78;
    private static final double RIGHT = WIDTH - 150;
    private static final double TOP = 74;
    private static final double BOTTOM = HEIGHT - 58;

    public SeedCurves {
        levels = List.copyOf(levels);
    }

    /** Draws the conditions, in colours by their order. */
    public Figure draw(List<Series> conditions) {
        Drawing drawing =
                new Drawing(
                        WIDTH, HEIGHT, title + ", " + subtitle + ": " + Wording.axis(metric, unit));
        drawing.titles(title, subtitle);
        double end = 0;
        List<double[]> shown = new ArrayList<>();
        shown.add(levels.stream().mapToDouble(level -> Axis.drawable(level.value)).toArray());
        for (Series series : conditions) {
            end = Math.max(end, Arrays.stream(series.time).max().orElse(0));
            Stream.of(series.middle, series.low, series.high).forEach(shown::add);
            series.each.forEach(run -> shown.add(Arrays.stream(run).map(Axis::drawable).toArray()));
        }
        Axis time = Axis.time(end, 9);
        double[] all = shown.stream().flatMapToDouble(DoubleStream::of).toArray();
        Panel panel = new Panel(drawing, LEFT, TOP, RIGHT, BOTTOM, time, Axis.covering(all, 6));
        panel.axes(Wording.axis(metric, unit));
        panel.horizontalLabels("simulated time [" + time.name() + "]");
        EndLabels labels = new EndLabels();
        for (Level level : levels) {
            if (Double.isFinite(Axis.drawable(level.value))) {
                double y = panel.y(level.value);
                drawing.line(Ink.solid(Ink.GREY, 1.6).dashed(5), LEFT, y, RIGHT, y);
                labels.add(y, level.name + " " + Wording.rounded(level.value), Ink.GREY);
            }
        }
        for (int c = 0; c < conditions.size(); c++) {
            Series series = conditions.get(c);
            for (double[] run : series.each) {
                double[] there = Arrays.stream(run).map(Axis::drawable).toArray();
                double[] times = Arrays.copyOf(series.time, there.length);
                panel.curve(times, there, Ink.solid(Ink.series(c), 0.7).faint(RUN_OPACITY));
            }
            panel.band(series.time, series.low, series.high, Ink.series(c));
            panel.curve(series.time, series.middle, Ink.solid(Ink.series(c), 2.2));
            double[] there = Arrays.stream(series.middle).filter(Double::isFinite).toArray();
            if (there.length > 0) {
                labels.add(panel.y(there[there.length - 1]), series.name, Ink.series(c));
            }
        }
        labels.draw(drawing, RIGHT + 8);
        return new Figure(drawing);
    }
}
