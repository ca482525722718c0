package sporeloop.results.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sporeloop.results.RefusedException;
import sporeloop.results.figures.Figure;
import sporeloop.results.figures.HeatMap;
import sporeloop.results.figures.ParallelCoordinates;
import sporeloop.results.figures.SeedCurves;
import sporeloop.results.file.AtomicFile;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Statistic;

/**
 * Tables and pictures of a sweep, made from its folders alone; also of one that is still going on.
 *
 * <pre>
 *   points.csv  points.md  heat-map.svg  curves.svg  parallel.svg  (each with its .png)  report.html
 * </pre>
 */
public final class SweepReport {
    private final String name;
    private final String metric;
    private final List<SweepTrial> trials;
    private final List<TrialRecord> records;
    private final PointTable points;
    private final List<String> varied;

    private SweepReport(
            String name, String metric, List<SweepTrial> trials, List<TrialRecord> records) {
        this.name = name;
        this.metric = metric;
        this.trials = List.copyOf(trials);
        this.records = List.copyOf(records);
        points = PointTable.of(records);
        varied = points.axes().stream().filter(axis -> values(axis).size() > 1).toList();
    }

    /**
     * Reads the trials of a sweep.
     *
     * @param metric the figure to compare; empty for the sweep's own
     * @throws RefusedException in a sentence, if there is nothing to report
     */
    public static SweepReport read(Path sweep, String metric) throws IOException {
        List<SweepTrial> trials = SweepTrial.of(sweep);
        if (trials.stream().allMatch(SweepTrial::isFailed)) {
            throw new RefusedException(sweep + " holds no finished trial of this sweep yet.");
        }
        List<TrialRecord> records = new ArrayList<>();
        for (SweepTrial trial : trials) {
            records.add(metric.isEmpty() ? trial.record() : trial.scoredBy(metric));
        }
        Path folder = sweep.toAbsolutePath().normalize().getFileName();
        return new SweepReport(
                folder == null ? "sweep" : folder.toString(),
                records.get(0).metric(),
                trials,
                records);
    }

    /** The axes that have more than one value. */
    public List<String> varied() {
        return varied;
    }

    /** The points with their scores. */
    public PointTable points() {
        return points;
    }

    /**
     * The axis that a user calls by its name or the last word of it.
     *
     * @throws RefusedException if there is none
     */
    public String axis(String called) throws RefusedException {
        for (String axis : points.axes()) {
            if (axis.equals(called) || brief(axis).equals(called)) {
                return axis;
            }
        }
        throw new RefusedException(
                "--by %s, but the axes are: %s."
                        .formatted(called, String.join(", ", points.axes())));
    }

    /** The scores by the values of one axis, all else taken together. */
    public PointTable by(String axis) {
        List<TrialRecord> reduced = new ArrayList<>();
        for (TrialRecord each : records) {
            Map<String, String> point = Map.of(axis, each.point().getOrDefault(axis, "–"));
            reduced.add(each.takenOver(each.sweep(), point));
        }
        return PointTable.of(reduced);
    }

    /** Writes all of it into a folder; {@code by} is the axis of the curves, empty for the first. */
    public List<Path> write(Path folder, String by) throws IOException {
        Files.createDirectories(folder);
        PointTable table = by.isEmpty() ? points : by(by);
        Map<String, Figure> figures = figures(by);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, Figure> entry : figures.entrySet()) {
            Path file = folder.resolve(entry.getKey() + ".svg");
            entry.getValue().write(file);
            written.add(file);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("points.csv", table.table().csv());
        texts.put("points.md", table.table().markdown());
        texts.put("report.html", Page.of(name, subtitle(), table, figures.values(), failures()));
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            AtomicFile.write(file, entry.getValue());
            written.add(file);
        }
        return written;
    }

    private Map<String, Figure> figures(String by) throws IOException {
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (varied.size() >= 2) {
            figures.put("heat-map", heatMap());
        }
        String axis = by.isEmpty() && !varied.isEmpty() ? varied.get(0) : by;
        if (trials.stream().noneMatch(each -> each.record().metric().startsWith("overall_"))
                && !metric.startsWith("overall_")) {
            figures.put("curves", curves(axis));
        }
        if (varied.size() >= 2) {
            figures.put("parallel", parallel());
        }
        return figures;
    }

    private Figure heatMap(String across, String upwards) {
        List<String> columns = values(across);
        List<String> rows = values(upwards);
        double[][] value = new double[rows.size()][columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                value[r][c] = middle(upwards, rows.get(r), across, columns.get(c));
            }
        }
        return new HeatMap(
                        name,
                        metric.replace('_', ' ') + ", " + subtitle(),
                        across,
                        columns,
                        upwards,
                        rows)
                .draw(value);
    }

    private double middle(String one, String value, String other, String otherValue) {
        double[] scores =
                records.stream()
                        .filter(each -> value.equals(each.point().get(one)))
                        .filter(each -> otherValue.equals(each.point().get(other)))
                        .map(TrialRecord::score)
                        .filter(score -> score != null)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return scores.length == 0 ? Double.NaN : Statistic.INTERQUARTILE_MEAN.of(scores);
    }

    /**
     * The scores over the first two axes that have more than one value.
     *
     * @throws RefusedException if there are fewer
     */
    public Figure heatMap() throws RefusedException {
        if (varied.size() < 2) {
            throw new RefusedException("A heat map needs two axes with more than one value.");
        }
        return heatMap(varied.get(1), varied.get(0));
    }

    /** Learning curves by the values of an axis, each over its seeds and all else; empty: all together. */
    public Figure curves(String axis) throws IOException {
        Map<String, List<ProgressTable>> runs = new LinkedHashMap<>();
        if (axis.isEmpty()) {
            runs.put("all", new ArrayList<>());
        } else {
            values(axis).forEach(value -> runs.put(value, new ArrayList<>()));
        }
        for (SweepTrial trial : trials) {
            if (!trial.isFailed()) {
                String value = axis.isEmpty() ? "all" : trial.record().point().get(axis);
                runs.getOrDefault(value, new ArrayList<>()).add(progress(trial));
            }
        }
        List<SeedCurves.Series> series = new ArrayList<>();
        Bootstrap bootstrap = new Bootstrap(1000, 0.95, 1);
        runs.forEach(
                (value, tables) -> {
                    if (!tables.isEmpty()) {
                        series.add(SeedCurves.Series.of(value, tables, metric, bootstrap));
                    }
                });
        String title = axis.isEmpty() ? name : name + ", by " + axis;
        return new SeedCurves(title, subtitle(), metric, unit(), List.of()).draw(series);
    }

    private ProgressTable progress(SweepTrial trial) throws IOException {
        ProgressTable table = trial.progress();
        for (String column : List.of("sim_time_s", metric)) {
            if (!table.has(column)) {
                throw new RefusedException(
                        trial.folder().resolve("progress.csv") + " has no column " + column + ".");
            }
        }
        return table;
    }

    private Figure parallel() {
        List<ParallelCoordinates.Parameter> axes = new ArrayList<>();
        varied.forEach(
                axis -> axes.add(new ParallelCoordinates.Parameter(brief(axis), values(axis))));
        List<ParallelCoordinates.Path> paths = new ArrayList<>();
        for (PointTable.Row row : points.points()) {
            int[] places = new int[varied.size()];
            for (int a = 0; a < places.length; a++) {
                String value = row.values().get(points.axes().indexOf(varied.get(a)));
                places[a] = axes.get(a).values().indexOf(value);
            }
            paths.add(new ParallelCoordinates.Path(places, row.interval().estimate()));
        }
        return new ParallelCoordinates(name, subtitle(), metric, unit(), axes).draw(paths);
    }

    private List<String> values(String axis) {
        TreeSet<String> values = new TreeSet<>(AxisOrder::compare);
        records.forEach(each -> values.add(each.point().getOrDefault(axis, "–")));
        return List.copyOf(values);
    }

    private List<String> failures() {
        return records.stream()
                .filter(each -> each.error() != null)
                .map(each -> each.point() + ", seed " + each.seed() + ": " + each.error())
                .toList();
    }

    private String subtitle() {
        long seeds = records.stream().map(TrialRecord::seed).distinct().count();
        return "interquartile means over %d %s, %d trials"
                .formatted(seeds, seeds == 1 ? "seed" : "seeds", records.size());
    }

    /** The unit that a figure's name ends in. */
    private String unit() {
        return metric.endsWith("_per_min") ? "1/min" : metric.endsWith("_s") ? "s" : "";
    }

    private static String brief(String axis) {
        return axis.substring(axis.lastIndexOf('.') + 1);
    }
}
