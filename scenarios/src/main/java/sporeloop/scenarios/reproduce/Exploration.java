package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.List;
import sporeloop.results.statistics.Statistic;
import sporeloop.results.statistics.Table;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.SweepReport;
import sporeloop.scenarios.sweep.SweepBuilder;

/** Learning rate × temperature of reaching. */
final class Exploration {
    private static final String LEARNING_RATE = "plasticity.learning-rate";
    private static final String TEMPERATURE = "plasticity.temperature";

    private Exploration() {}

    static void run(Bench bench, StringBuilder page, Claims claims) throws IOException {
        SweepReport report = bench.sweep("exploration", sweep(bench));
        PointTable points = report.points();
        Table table = points.table();
        bench.table("exploration", table);
        bench.figure("exploration", report.heatMap());
        bench.figure("learning-rates", report.curves(LEARNING_RATE));
        bench.figure("temperatures", report.curves(TEMPERATURE));
        page.append(
                        "\n## Learning rate × temperature\n\n`reaching`, the last ten minutes of %s.%n%n![Targets reached by learning rate and temperature](exploration.svg)%n%n"
                                .formatted(bench.quick() ? "15 min" : "1 h"))
                .append(table.markdown())
                .append(
                        "\n![Learning curves by learning rate, all temperatures taken together](learning-rates.svg)\n\n![Learning curves by temperature, all learning rates taken together](temperatures.svg)\n");
        double rates = spread(report.by(LEARNING_RATE));
        double temperatures = spread(report.by(TEMPERATURE));
        claims.add(
                "How well it learns depends on learning rate and temperature",
                Kaiser2019.PAPER,
                "`reaching`: from the worst learning rate to the best %s targets/min, from the worst temperature to the best %s"
                        .formatted(Phrase.of(rates), Phrase.of(temperatures)),
                Math.min(rates, temperatures) > 0.1 * best(points));
    }

    static SweepBuilder sweep(Bench bench) {
        return bench.quick()
                ? SweepBuilder.of("reaching")
                        .duration("15 min")
                        .seeds(bench.seeds(5, 2))
                        .axis(LEARNING_RATE, 1.6e-8, 5e-8, 1.6e-7)
                        .axis(TEMPERATURE, 0, 0.1, 1)
                : SweepBuilder.shipped("learning-rate-temperature");
    }

    /** How far the values of an axis lie apart, all else taken together. */
    private static double spread(PointTable table) {
        double[] middles = middles(table);
        return Statistic.quantile(1).of(middles) - Statistic.quantile(0).of(middles);
    }

    private static double best(PointTable table) {
        return Statistic.quantile(1).of(middles(table));
    }

    private static double[] middles(PointTable table) {
        List<PointTable.Row> rows = table.points();
        return rows.stream().mapToDouble(row -> row.interval().estimate()).toArray();
    }
}
