package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sporeloop.results.figures.IntervalBars;
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
import sporeloop.scenarios.training.Evaluator;

/** How a network that has learned reaching makes up for a change, with and without rewiring. */
final class Compensation {
    private static final String TARGETS = "targets_reached_per_min";
    private static final List<String> CHANGES =
            List.of("nothing", "rotated-motor-map", "lesioned-sensors", "moved-goal");
    private static final List<String> REWIRING = List.of("on", "off");
    private static final String MOVED = "moved-goal";

    private static final double MINUTE = 60;

    /** When it changes [s]. */
    private static final double CHANGE = 30 * MINUTE;

    private static final double BEFORE = 10 * MINUTE;
    private static final double STRETCH = 3 * MINUTE;
    private static final double RECOVERED = 0.8;

    private Compensation() {}

    static void run(Bench bench, StringBuilder page, Claims claims) throws IOException {
        Map<String, List<SweepTrial>> changes =
                Conditions.by("change", CHANGES, bench.trials("compensation", sweep(bench)));
        double farther = farther(bench);
        Table table =
                new Table(
                        "change",
                        "rewiring",
                        "before [1/min]",
                        "3 min after",
                        "last 10 min",
                        "recovered",
                        "after [min]");
        List<IntervalBars.Bar> bars = new ArrayList<>();
        StringBuilder figures = new StringBuilder();
        int recovered = 0;
        int runs = 0;
        for (Map.Entry<String, List<SweepTrial>> change : changes.entrySet()) {
            List<SeedCurves.Series> curves = new ArrayList<>();
            Map<String, List<SweepTrial>> both =
                    Conditions.by("rewiring", REWIRING, change.getValue());
            for (Map.Entry<String, List<SweepTrial>> rewiring : both.entrySet()) {
                String name = change.getKey() + ", rewiring " + rewiring.getKey();
                List<Course> courses = Course.of(rewiring.getValue(), TARGETS);
                double scale = change.getKey().equals(MOVED) ? farther : 1;
                double[] minutes = courses.stream().mapToDouble(c -> minutes(c, scale)).toArray();
                double[] finite = Arrays.stream(minutes).filter(Double::isFinite).toArray();
                row(table, change.getKey(), rewiring.getKey(), courses, finite);
                if (!change.getKey().equals("nothing")) {
                    bars.add(new IntervalBars.Bar(name, Phrase.over(finite), finite));
                    if (rewiring.getKey().equals("on")) {
                        recovered += finite.length;
                        runs += minutes.length;
                    }
                }
                List<ProgressTable> rows = new ArrayList<>();
                for (SweepTrial trial : rewiring.getValue()) {
                    rows.add(trial.progress());
                }
                curves.add(
                        SeedCurves.Series.of(
                                "rewiring " + rewiring.getKey(),
                                rows,
                                TARGETS,
                                Bootstrap.STANDARD));
            }
            String file = "compensation-" + change.getKey();
            bench.figure(file, figure(bench, change.getKey()).draw(curves));
            figures.append("![%s](%s.svg)%n%n".formatted(title(change.getKey()), file));
        }
        bench.table("compensation", table);
        bench.figure(
                "compensation",
                new IntervalBars(
                                "Time to 80 % of the former level",
                                "of the seeds that came to it; %d seeds"
                                        .formatted(bench.seeds(10, 2).length),
                                "time after the change",
                                "min")
                        .draw(bars));
        page.append(
                        "\n## Compensation\n\nAfter half an hour of `reaching` the motor map is rotated by 90 degrees, a third of the place cells falls silent, or the goal moves to (0.5 m, 0.5 m); learning just goes on. Recovered: seeds that came to 80 %% of their own level of the ten minutes before, and when: the end of the first three minutes whose mean is that much. From the moved goal the starts are farther away, so the former level is taken times %s, the oracle's own figure there and before.%n%n"
                                .formatted(Phrase.of(farther)))
                .append(table.markdown())
                .append("\n![Time to 80 % of the former level](compensation.svg)\n\n")
                .append(figures);
        claims.add(
                "A network that has learned makes up for changes without a restart",
                "Kappel et al. 2018",
                "`reaching`, three changes: %d of %d runs with rewiring came back to 80 %% of their former level within half an hour"
                        .formatted(recovered, runs),
                recovered == runs);
    }

    static SweepBuilder sweep(Bench bench) {
        return SweepBuilder.shipped("compensation").seeds(bench.seeds(10, 2));
    }

    private static void row(
            Table table, String change, String rewiring, List<Course> courses, double[] minutes) {
        table.add(
                change,
                rewiring,
                Phrase.of(over(courses, CHANGE - BEFORE, CHANGE)),
                Phrase.of(over(courses, CHANGE, CHANGE + STRETCH)),
                Phrase.of(over(courses, 2 * CHANGE - BEFORE, 2 * CHANGE)),
                "%d of %d".formatted(minutes.length, courses.size()),
                Phrase.of(Phrase.over(minutes)));
    }

    private static Interval over(List<Course> courses, double from, double to) {
        return Phrase.over(courses.stream().mapToDouble(c -> c.mean(from, to)).toArray());
    }

    /** Time to 80 % of the former level [min]; NaN if that is not reached. */
    private static double minutes(Course course, double scale) {
        double former = scale * course.mean(CHANGE - BEFORE, CHANGE);
        return course.until(RECOVERED * former, CHANGE, STRETCH) / MINUTE;
    }

    /** What the oracle reaches at the moved goal, as a share of what it reaches before. */
    private static double farther(Bench bench) {
        return oracle(bench, "0.5 m") / oracle(bench, "0 m");
    }

    private static double oracle(Bench bench, String place) {
        List<Assignment> changes =
                List.of(
                        Assignment.set("environment.goal-x=" + place),
                        Assignment.set("environment.goal-y=" + place),
                        Assignment.set("run.duration=" + (bench.quick() ? "10 min" : "1 h")));
        ScenarioFile file = ScenarioFile.load("reaching", changes, Providers.ours());
        Interval found = new Evaluator(file.scenario()).oracle().figures().get(TARGETS);
        return found == null ? Double.NaN : found.estimate();
    }

    private static String title(String change) {
        return "Reaching, after 30 min: " + change.replace('-', ' ');
    }

    private static SeedCurves figure(Bench bench, String change) {
        return new SeedCurves(
                title(change),
                "interquartile means and 95 %% intervals over %d seeds, a thin line a seed"
                        .formatted(bench.seeds(10, 2).length),
                TARGETS,
                "1/min",
                List.of());
    }
}
