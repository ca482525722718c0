package sporeloop.results.sweep;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Statistic;
import sporeloop.results.statistics.Table;

/**
 * The points of a sweep, each with the interquartile mean of its scores over the seeds.
 *
 * @param axes names, in order
 * @param metric what is scored
 * @param points in the order of the axes' values
 */
public record PointTable(List<String> axes, String metric, List<Row> points) {
    private static final double WHOLE = 1e-9;

    /**
     * A point.
     *
     * @param values of the axes, in their order
     * @param durationS simulated time of its runs [s]
     * @param scores by seed, sorted by seed; failed ones are left out
     * @param failed how many seeds failed
     */
    public record Row(List<String> values, double durationS, double[] scores, int failed) {
        /** The interquartile mean with its interval; NaN without scores, and no interval for one. */
        public Interval interval() {
            if (scores.length == 0) {
                return new Interval(Double.NaN, Double.NaN, Double.NaN);
            }
            return scores.length == 1
                    ? new Interval(scores[0], Double.NaN, Double.NaN)
                    : Bootstrap.STANDARD.of(Statistic.INTERQUARTILE_MEAN, scores);
        }
    }

    public PointTable {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /** The points of the sweep that was last run in a folder. */
    public static PointTable read(Path sweep) throws IOException {
        return of(SweepTrial.of(sweep).stream().map(SweepTrial::record).toList());
    }

    /** The points of these trials. */
    public static PointTable of(List<TrialRecord> records) {
        Set<String> axes = new LinkedHashSet<>();
        records.forEach(record -> axes.addAll(record.point().keySet()));
        String metric = records.isEmpty() ? "" : records.get(0).metric();
        record Key(List<String> values, double duration) {}
        Map<Key, List<TrialRecord>> groups = new LinkedHashMap<>();
        for (TrialRecord record : records) {
            List<String> values =
                    axes.stream().map(axis -> record.point().getOrDefault(axis, "–")).toList();
            groups.computeIfAbsent(new Key(values, record.durationS()), k -> new ArrayList<>())
                    .add(record);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, trials) -> rows.add(row(key.values, key.duration, trials)));
        rows.sort(
                (a, b) -> {
                    int byValues = AxisOrder.compare(a.values, b.values);
                    return byValues != 0 ? byValues : Double.compare(a.durationS, b.durationS);
                });
        return new PointTable(List.copyOf(axes), metric, rows);
    }

    private static Row row(List<String> values, double duration, List<TrialRecord> trials) {
        List<TrialRecord> sorted = new ArrayList<>(trials);
        sorted.sort((a, b) -> Long.compare(a.seed(), b.seed()));
        double[] scores =
                sorted.stream()
                        .map(TrialRecord::score)
                        .filter(score -> score != null)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        int failed = (int) trials.stream().filter(each -> each.error() != null).count();
        return new Row(values, duration, scores, failed);
    }

    /** Whether points ran for different times. */
    public boolean hasSeveralDurations() {
        return points.stream()
                .anyMatch(row -> Math.abs(row.durationS - points.get(0).durationS) > WHOLE);
    }

    /** The table for a page or a spreadsheet. */
    public Table table() {
        List<String> columns = new ArrayList<>(axes);
        boolean durations = hasSeveralDurations();
        if (durations) {
            columns.add("duration_s");
        }
        columns.addAll(List.of("seeds", "failed", metric, "low", "high"));
        Table table = new Table(columns.toArray(String[]::new));
        for (Row row : points) {
            Interval interval = row.interval();
            List<Object> cells = new ArrayList<>(row.values);
            if (durations) {
                cells.add(row.durationS);
            }
            cells.add(String.valueOf(row.scores.length));
            cells.add(String.valueOf(row.failed));
            cells.addAll(
                    List.of(
                            rounded(interval.estimate()),
                            rounded(interval.low()),
                            rounded(interval.high())));
            table.add(cells.toArray());
        }
        return table;
    }

    /** To nine digits: a mean of round numbers is round again. */
    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(9)).doubleValue()
                : value;
    }
}
