package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sporeloop.results.figures.IntervalBars;
import sporeloop.results.figures.SeedCurves;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Table;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.scenarios.sweep.SweepBuilder;

/** What keeps a skill: the lane with learning rate and temperature left alone, or lowered. */
final class Retention {
    private static final String AXIS = "lowered";
    private static final List<String> ORDER =
            List.of("none", "learning-rate", "temperature", "both");
    private static final String REWARD = "mean_reward";
    private static final String STAY = "time_on_lane_s";

    private Retention() {}

    static void run(Bench bench, StringBuilder page, Claims claims) throws IOException {
        String duration = bench.quick() ? "40 min" : "5 h";
        List<SweepTrial> trials = bench.trials("retention", sweep(bench));
        Map<String, List<SweepTrial>> conditions = Conditions.by(AXIS, ORDER, trials);
        Table table =
                new Table(
                        "lowered",
                        "reward, second half",
                        "its least ten minutes",
                        "stay at the end [s]");
        List<IntervalBars.Bar> bars = new ArrayList<>();
        List<SeedCurves.Series> curves = new ArrayList<>();
        for (Map.Entry<String, List<SweepTrial>> condition : conditions.entrySet()) {
            double[] least = least(condition.getValue());
            double[] second =
                    Course.of(condition.getValue(), REWARD).stream()
                            .mapToDouble(course -> course.mean(course.end() / 2, course.end()))
                            .toArray();
            double[] stay = new double[least.length];
            List<ProgressTable> rows = new ArrayList<>();
            for (int k = 0; k < stay.length; k++) {
                SweepTrial trial = condition.getValue().get(k);
                stay[k] = trial.figures().getOrDefault("final_" + STAY, Double.NaN);
                rows.add(trial.progress());
            }
            String name = condition.getKey();
            table.add(
                    name,
                    Phrase.of(Phrase.over(second)),
                    Phrase.of(Phrase.over(least)),
                    Phrase.of(Phrase.over(stay)));
            bars.add(new IntervalBars.Bar(name, Phrase.over(least), least));
            curves.add(SeedCurves.Series.of(name, rows, REWARD, new Bootstrap(1000, 0.95, 1)));
        }
        String seeds = "%d seeds".formatted(bench.seeds(10, 2).length);
        bench.table("retention", table);
        bench.figure(
                "retention",
                new SeedCurves(
                                "The lane with learning rate and temperature lowered or not",
                                "interquartile means and 95 % intervals over " + seeds,
                                REWARD,
                                "",
                                List.of())
                        .draw(curves));
        bench.figure(
                "retention-least",
                new IntervalBars(
                                "The worst ten minutes of the second half",
                                "interquartile means and 95 % intervals over " + seeds,
                                REWARD,
                                "")
                        .draw(bars));
        page.append(
                        "\n## Retention\n\n`lane-ahead`, %s: learning rate and temperature as they are at the start (`none`), one of them lowered (the scenario has the learning rate so), or both.%n%n"
                                .formatted(duration))
                .append(table.markdown())
                .append(
                        "\n![Mean reward by what is lowered](retention.svg)\n\n![The worst ten minutes of the second half](retention-least.svg)\n");
        claim(conditions, duration, claims);
    }

    static SweepBuilder sweep(Bench bench) {
        return SweepBuilder.shipped("retention")
                .duration(bench.quick() ? "40 min" : "5 h")
                .seeds(bench.seeds(10, 2));
    }

    /** The worst ten minutes of each seed's second half. */
    private static double[] least(List<SweepTrial> trials) throws IOException {
        return Course.of(trials, REWARD).stream()
                .mapToDouble(course -> course.least(course.end() / 2, course.end(), 600))
                .toArray();
    }

    private static void claim(
            Map<String, List<SweepTrial>> conditions, String duration, Claims claims)
            throws IOException {
        Interval none = Phrase.over(least(conditions.getOrDefault("none", List.of())));
        Interval both = Phrase.over(least(conditions.getOrDefault("both", List.of())));
        claims.add(
                "Learning rate and temperature need to be regulated for improvements to be retained",
                Kaiser2019.PAPER,
                "`lane-ahead`, the worst ten minutes of the second half of %s: mean reward %s with both lowered, %s with both left alone"
                        .formatted(duration, Phrase.of(both), Phrase.of(none)),
                both.low() > none.high());
    }
}
