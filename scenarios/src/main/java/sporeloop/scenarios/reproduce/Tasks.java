package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.results.figures.IntervalBars;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Statistic;
import sporeloop.results.statistics.Table;

/** Both tasks, each with the paper's camera and without: learned, against untrained, random, oracle. */
final class Tasks {
    private static final String TARGETS = "targets_reached_per_min";
    private static final String REWARD = "mean_reward";
    private static final String STAY = "time_on_lane_s";

    /** Main figure of each task first: the one whose share of the oracle's counts. */
    private static final Map<String, List<String>> FIGURES =
            Map.of(
                    "reaching", List.of(TARGETS),
                    "reaching-dvs", List.of(TARGETS),
                    "lane-following", List.of(REWARD, STAY),
                    "lane-ahead", List.of(REWARD, STAY));

    private static final List<String> ORDER =
            List.of("reaching", "reaching-dvs", "lane-following", "lane-ahead");

    private Tasks() {}

    static void run(Bench bench, StringBuilder page, Claims claims) throws IOException {
        List<String> wanted = ORDER.stream().filter(bench.parts()::contains).toList();
        if (wanted.isEmpty()) {
            return;
        }
        page.append(
                "\n## Both tasks\n\nThe tasks with a camera are the paper's; `reaching` has place cells and `lane-ahead` neurons tuned to the lane's bearings in its place. Trained: the last ten minutes. Untrained and oracle: five minutes; random: spikes of 10 Hz. Share: trained ÷ oracle, seed by seed.\n\n");
        Map<String, TaskRuns> all = new LinkedHashMap<>();
        for (String task : wanted) {
            all.put(task, TaskRuns.run(bench, task, task.startsWith("lane") ? "10 h" : "5 h"));
        }
        Table table =
                new Table(
                        "task",
                        "figure",
                        "hours",
                        "trained",
                        "untrained",
                        "random",
                        "oracle",
                        "share",
                        "least share of a seed");
        for (Map.Entry<String, TaskRuns> task : all.entrySet()) {
            for (String figure : figures(task.getKey())) {
                row(table, task.getKey(), task.getValue(), figure);
            }
        }
        bench.table("tasks", table);
        page.append(table.markdown());
        together(all, page);
        finals(bench, all, page);
        for (Map.Entry<String, TaskRuns> task : all.entrySet()) {
            claim(task.getKey(), task.getValue(), claims);
            chapter(bench, task.getKey(), task.getValue(), page);
        }
    }

    private static List<String> figures(String task) {
        return FIGURES.getOrDefault(task, List.of(REWARD));
    }

    private static void row(Table table, String task, TaskRuns runs, String figure) {
        double[] share = runs.share(figure);
        boolean endless = figure.equals(STAY); // the oracle never leaves the lane
        table.add(
                task,
                figure,
                Phrase.of(runs.hours()),
                Phrase.of(Phrase.over(runs.last(figure))),
                Phrase.of(Phrase.over(runs.untrained(figure))),
                Phrase.of(Phrase.over(runs.random(figure))),
                endless ? "no end" : Phrase.of(Phrase.over(runs.oracle(figure))),
                endless ? "–" : Phrase.percent(Phrase.over(share)),
                endless ? "–" : Phrase.percent(Arrays.stream(share).min().orElse(Double.NaN)));
    }

    /** All tasks as one figure: each seed of each task counts, resampled within its task. */
    private static void together(Map<String, TaskRuns> all, StringBuilder page) {
        double[][] shares =
                all.entrySet().stream()
                        .map(task -> task.getValue().share(figures(task.getKey()).get(0)))
                        .toArray(double[][]::new);
        Interval whole = Bootstrap.STANDARD.stratified(Statistic.INTERQUARTILE_MEAN, shares);
        page.append(
                "\nAll of these together: %s of the oracle (interval stratified by task).%n%n"
                        .formatted(Phrase.percent(whole)));
    }

    private static void finals(Bench bench, Map<String, TaskRuns> all, StringBuilder page)
            throws IOException {
        List<IntervalBars.Bar> bars = new ArrayList<>();
        int seeds = 0;
        for (Map.Entry<String, TaskRuns> task : all.entrySet()) {
            TaskRuns runs = task.getValue();
            String figure = figures(task.getKey()).get(0);
            seeds = runs.seeds();
            bar(bars, task.getKey() + ", trained", runs.share(figure));
            bar(
                    bars,
                    task.getKey() + ", untrained",
                    TaskRuns.ratio(runs.untrained(figure), runs.oracle(figure)));
            bar(
                    bars,
                    task.getKey() + ", random",
                    TaskRuns.ratio(runs.random(figure), runs.oracle(figure)));
        }
        bench.figure(
                "final-performance",
                new IntervalBars(
                                "Share of the oracle at the end",
                                "interquartile means and 95 %% intervals over %d seeds, a dot a seed"
                                        .formatted(seeds),
                                "share of the oracle",
                                "%")
                        .draw(bars));
        page.append(
                "![Share of the oracle at the end: trained, untrained, random](final-performance.svg)\n\n");
    }

    private static void bar(List<IntervalBars.Bar> bars, String name, double[] shares) {
        double[] percents = Arrays.stream(shares).map(share -> 100 * share).toArray();
        bars.add(new IntervalBars.Bar(name, Phrase.over(percents), percents));
    }

    private static void claim(String task, TaskRuns runs, Claims claims) {
        String figure = figures(task).get(0);
        double chance =
                Math.max(
                        Arrays.stream(runs.untrained(figure)).max().orElse(Double.NaN),
                        Arrays.stream(runs.random(figure)).max().orElse(Double.NaN));
        double least = Arrays.stream(runs.last(figure)).min().orElse(Double.NaN);
        claims.add(
                "SPORE learns %s in closed loop within the course of simulated hours"
                        .formatted(task.startsWith("lane") ? "lane following" : "reaching"),
                Kaiser2019.PAPER,
                "`%s`, after %s h: %s of the oracle over %d seeds; the worst seed has a %s of %s, the best without learning %s"
                        .formatted(
                                task,
                                Phrase.of(runs.hours()),
                                Phrase.percent(Phrase.over(runs.share(figure))),
                                runs.seeds(),
                                figure,
                                Phrase.of(least),
                                Phrase.of(chance)),
                least > chance && Phrase.over(runs.share(figure)).estimate() >= 0.5);
    }

    private static void chapter(Bench bench, String task, TaskRuns runs, StringBuilder page)
            throws IOException {
        page.append("### `%s`%n%n".formatted(task));
        String figure = figures(task).get(0);
        bench.figure(task, runs.curves(figure));
        page.append("![Learning curves of %s](%s.svg)%n%n".formatted(task, task));
        Table seeds = runs.seedTable(figure);
        bench.table(task, seeds);
        page.append(seeds.markdown())
                .append(
                        "\n*15 min*: minutes 10 to 15. *Least half hour*: the worst of all from hour 1 on, as a share of the seed's own oracle.\n\n");
        bench.figure(task + "-weights", WeightHistory.of(task, runs.trials()));
        page.append(
                "![θ of all synapses of all seeds at several times](%s-weights.svg)%n%n"
                        .formatted(task));
        if (task.equals("reaching")) {
            bench.figure(task + "-policy", PolicyMap.of(runs.trials()));
            page.append(
                    "![Where each seed's agent would go from each place](reaching-policy.svg)\n\n");
        }
    }
}
