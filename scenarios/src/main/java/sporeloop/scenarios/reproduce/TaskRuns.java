package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sporeloop.results.figures.Figure;
import sporeloop.results.figures.SeedCurves;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Table;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.sweep.SweepBuilder;
import sporeloop.scenarios.training.EvaluationResult;
import sporeloop.scenarios.training.Evaluator;

/** The trainings of one task, a seed each, and what they are to be compared with. */
final class TaskRuns {
    private static final double MINUTE = 60;
    private static final double HALF_HOUR = 1800;
    private static final double HOUR = 3600;

    private final String task;
    private final List<SweepTrial> trials;
    private final List<Map<String, Double>> summaries = new ArrayList<>();
    private final List<EvaluationResult> random = new ArrayList<>();

    private TaskRuns(String task, List<SweepTrial> trials) throws IOException {
        this.task = task;
        this.trials = trials;
        for (SweepTrial trial : trials) {
            summaries.add(trial.figures());
        }
    }

    /** Trains with all seeds, keeping θ, and measures random spikes. */
    static TaskRuns run(Bench bench, String task, String hours) throws IOException {
        List<SweepTrial> trials = bench.trials(task, sweep(bench, task, hours));
        TaskRuns runs = new TaskRuns(task, trials);
        for (SweepTrial trial : trials) {
            List<Assignment> changes =
                    List.of(
                            Assignment.set("run.duration=" + (bench.quick() ? "1 min" : "5 min")),
                            Assignment.set("run.seed=" + trial.record().seed()));
            ScenarioFile file = ScenarioFile.load(task, changes, Providers.ours());
            runs.random.add(new Evaluator(file.scenario()).random());
        }
        return runs;
    }

    static SweepBuilder sweep(Bench bench, String task, String hours) {
        return SweepBuilder.of(task)
                .duration(bench.quick() ? "20 min" : hours)
                .seeds(bench.seeds(10, 2))
                .set("recording.on", "true")
                .set("recording.what", "[theta]")
                .set("recording.synapse-interval", "5 min");
    }

    List<SweepTrial> trials() {
        return trials;
    }

    int seeds() {
        return trials.size();
    }

    double hours() {
        return trials.get(0).record().durationS() / HOUR;
    }

    /** A figure of each seed over the last ten minutes. */
    double[] last(String figure) {
        return summary("final_" + figure);
    }

    double[] untrained(String figure) {
        return summary("untrained_" + figure);
    }

    double[] oracle(String figure) {
        return summary("oracle_" + figure);
    }

    double[] random(String figure) {
        return random.stream()
                .map(result -> result.figures().get(figure))
                .mapToDouble(interval -> interval == null ? Double.NaN : interval.estimate())
                .toArray();
    }

    /** Trained ÷ oracle of each seed. */
    double[] share(String figure) {
        return ratio(last(figure), oracle(figure));
    }

    static double[] ratio(double[] of, double[] to) {
        double[] ratio = new double[of.length];
        Arrays.setAll(ratio, k -> of[k] / to[k]);
        return ratio;
    }

    private double[] summary(String key) {
        return summaries.stream().mapToDouble(each -> each.getOrDefault(key, Double.NaN)).toArray();
    }

    /** A row a seed: the figure early, at the end, and at its worst after the first hour. */
    Table seedTable(String figure) throws IOException {
        Table table =
                new Table("seed", "oracle", "15 min", "30 min to 1 h", "end", "least half hour");
        List<Course> courses = Course.of(trials, figure);
        double[] oracle = oracle(figure);
        double[] last = last(figure);
        for (int k = 0; k < courses.size(); k++) {
            Course course = courses.get(k);
            table.add(
                    String.valueOf(trials.get(k).record().seed()),
                    Phrase.of(oracle[k]),
                    Phrase.percent(course.mean(10 * MINUTE, 15 * MINUTE) / oracle[k]),
                    Phrase.percent(course.mean(HALF_HOUR, HOUR) / oracle[k]),
                    Phrase.percent(last[k] / oracle[k]),
                    Phrase.percent(course.least(HOUR, course.end(), HALF_HOUR) / oracle[k]));
        }
        return table;
    }

    /** Learning curves of all seeds, with oracle and untrained. */
    Figure curves(String figure) throws IOException {
        List<ProgressTable> tables = new ArrayList<>();
        for (SweepTrial trial : trials) {
            tables.add(trial.progress());
        }
        Interval oracle = Phrase.over(oracle(figure));
        Interval untrained = Phrase.over(untrained(figure));
        return new SeedCurves(
                        "Learning curves of " + task,
                        "interquartile mean and 95 %% interval over %d seeds, a thin line a seed"
                                .formatted(seeds()),
                        figure,
                        figure.endsWith("_per_min") ? "1/min" : "",
                        List.of(
                                new SeedCurves.Level("oracle", oracle.estimate()),
                                new SeedCurves.Level("untrained", untrained.estimate())))
                .draw(List.of(SeedCurves.Series.of("trained", tables, figure, Bootstrap.STANDARD)));
    }
}
