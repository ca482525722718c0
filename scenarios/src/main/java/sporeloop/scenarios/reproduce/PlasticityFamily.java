package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sporeloop.results.figures.IntervalBars;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Table;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.SweepReport;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.sweep.SweepBuilder;

/**
 * The family of synaptic sampling and rewiring in one closed loop: reaching under each plasticity rule,
 * and under each rewiring policy with 10 to 100 % of the connections.
 */
final class PlasticityFamily implements Study {
    private static final String SCENARIO = "reaching";
    private static final String RULE = "plasticity.rule";
    private static final String REWIRING = "plasticity.rewiring";
    private static final String CONNECTIVITY = "network.projections.input-to-motor.connectivity";
    private static final String SHARE = CONNECTIVITY + ".probability";
    private static final String[] RULES = {"spore", "hamiltonian", "fixed-point"};
    private static final String[] REWIRINGS = {"spontaneous", "reallocation", "fixed-fan-in"};
    private static final double[] SHARES = {0.1, 0.25, 0.5, 1};

    @Override
    public String name() {
        return "plasticity-family";
    }

    @Override
    public String meaning() {
        return "reaching under each plasticity rule and each rewiring policy, from 10 to 100 % of the"
                + " connections";
    }

    @Override
    public List<String> parts() {
        return List.of("rules", "densities");
    }

    @Override
    public void run(Bench bench) throws IOException {
        StringBuilder page = new StringBuilder();
        String duration = bench.quick() ? "12 min" : "20 min";
        page.append("# The family of synaptic sampling and rewiring\n\n")
                .append(
                        "Made by `./sporeloop reproduce plasticity-family%s`: %s, %s simulated, seeds 1 to %d; targets reached per minute over the last ten minutes, interquartile means with 95 %% bootstrap intervals over the seeds. What each rule is stands in docs/plasticity-family.md.\n\n"
                                .formatted(
                                        bench.quick() ? " --quick" : "",
                                        SCENARIO,
                                        duration,
                                        bench.seeds(10, 2).length));
        if (bench.parts().contains("rules")) {
            rules(bench, duration, page);
        }
        if (bench.parts().contains("densities")) {
            densities(bench, duration, page);
        }
        bench.page(page.toString());
    }

    static SweepBuilder rules(String duration, long[] seeds) {
        return SweepBuilder.of(SCENARIO).duration(duration).seeds(seeds).axis(RULE, RULES);
    }

    static SweepBuilder densities(String duration, long[] seeds) {
        return SweepBuilder.of(SCENARIO)
                .duration(duration)
                .seeds(seeds)
                .set(CONNECTIVITY + ".kind", "fixed-probability")
                .axis(REWIRING, REWIRINGS)
                .axis(SHARE, SHARES);
    }

    private void rules(Bench bench, String duration, StringBuilder page) throws IOException {
        SweepReport report = bench.sweep("rules", rules(duration, bench.seeds(10, 2)));
        bench.figure("rules", report.curves(RULE));
        Table table =
                new Table(
                        "rule",
                        report.points().metric(),
                        "low",
                        "high",
                        "ns per update",
                        "kB saved");
        for (PointTable.Row row : report.points().points()) {
            String rule = row.values().get(0);
            NetworkCost cost = NetworkCost.of(scenario(new Assignment("", RULE, rule)));
            Interval interval = row.interval();
            table.add(
                    rule,
                    rounded(interval.estimate()),
                    rounded(interval.low()),
                    rounded(interval.high()),
                    String.format(Locale.ROOT, "%.1f", cost.nanosPerUpdate()),
                    String.valueOf(Math.round(cost.savedBytes() / 1000.0)));
        }
        bench.table("rules", table);
        page.append("## Rules\n\n![Learning curves of reaching by plasticity rule](rules.svg)\n\n")
                .append(table.markdown())
                .append(
                        "\nns per update: processor time of the whole network in one thread, divided by its connections and weight updates.\n\n");
    }

    private void densities(Bench bench, String duration, StringBuilder page) throws IOException {
        SweepReport report = bench.sweep("densities", densities(duration, bench.seeds(10, 2)));
        Table table =
                new Table(
                        "rewiring",
                        "share",
                        "connections",
                        report.points().metric(),
                        "low",
                        "high",
                        "× real time",
                        "kB saved");
        List<IntervalBars.Bar> bars = new ArrayList<>();
        PointTable points = report.points();
        int share = points.axes().indexOf(SHARE);
        int rewiring = points.axes().indexOf(REWIRING);
        for (PointTable.Row row : points.points()) {
            String policy = row.values().get(rewiring);
            String percent = Math.round(100 * Double.parseDouble(row.values().get(share))) + " %";
            Interval interval = row.interval();
            bars.add(new IntervalBars.Bar(policy + ", " + percent, interval));
            NetworkCost cost =
                    NetworkCost.of(
                            scenario(
                                    new Assignment("", REWIRING, policy),
                                    new Assignment("", CONNECTIVITY + ".kind", "fixed-probability"),
                                    new Assignment("", SHARE, row.values().get(share))));
            table.add(
                    policy,
                    percent,
                    String.valueOf(cost.connections()),
                    rounded(interval.estimate()),
                    rounded(interval.low()),
                    rounded(interval.high()),
                    String.valueOf(Math.round(cost.realTimeFactor())),
                    String.valueOf(Math.round(cost.savedBytes() / 1000.0)));
        }
        bench.table("densities", table);
        bench.figure(
                "densities",
                new IntervalBars(
                                "Reaching with few connections",
                                "interquartile means and 95 %% intervals over %d seeds"
                                        .formatted(bench.seeds(10, 2).length),
                                points.metric(),
                                "1/min")
                        .draw(bars));
        bench.figure("rewirings", report.curves(REWIRING));
        page.append(
                        "## Rewiring and the share of connections\n\n![Targets reached per minute by rewiring policy and share of connections](densities.svg)\n\n")
                .append(table.markdown())
                .append(
                        "\n× real time: the network alone in one thread, by processor time.\n\n![Learning curves by rewiring policy, all shares taken together](rewirings.svg)\n");
    }

    private static Scenario scenario(Assignment... assignments) {
        return ScenarioFile.load(SCENARIO, List.of(assignments), Providers.ours()).scenario();
    }

    private static String rounded(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "";
    }
}
