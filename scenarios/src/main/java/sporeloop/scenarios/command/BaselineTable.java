package sporeloop.scenarios.command;

import java.util.Locale;
import sporeloop.environments.Metric;
import sporeloop.results.NumberText;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Table;
import sporeloop.scenarios.training.EvaluationResult;

/**
 * How well oracle, random spikes and the untrained network do in scenarios, and what the oracle has
 * over random spikes:
 * <pre>
 *   ratio = oracle / random   where more is better,   random / oracle   where less is          (1)
 * </pre>
 * There is none unless both are above 0.
 */
final class BaselineTable {
    private final Table page =
            new Table("scenario", "figure", "oracle", "random", "untrained", "ratio");
    private final Table cells =
            new Table("scenario", "figure", "unit", "agent", "value", "ci95_low", "ci95_high");

    /** Adds what the three were measured to do in one scenario; they have the same figures. */
    void add(
            String scenario,
            EvaluationResult oracle,
            EvaluationResult random,
            EvaluationResult untrained) {
        for (String figure : oracle.figures().keySet()) {
            Interval best = value(oracle, figure);
            Interval chance = value(random, figure);
            Interval start = value(untrained, figure);
            double ratio =
                    isMoreBetter(oracle, figure)
                            ? ratio(best.estimate(), chance.estimate())
                            : ratio(chance.estimate(), best.estimate());
            page.add(scenario, figure, words(best), words(chance), words(start), number(ratio));
            String unit = oracle.unit(figure);
            row(scenario, figure, unit, EvaluatedAgent.ORACLE, best);
            row(scenario, figure, unit, EvaluatedAgent.RANDOM, chance);
            row(scenario, figure, unit, EvaluatedAgent.UNTRAINED, start);
        }
    }

    /** One row a figure. */
    String markdown() {
        return page.markdown();
    }

    /** One row a figure and agent, with all digits. */
    String csv() {
        return cells.csv();
    }

    private void row(String scenario, String figure, String unit, String agent, Interval value) {
        cells.add(scenario, figure, unit, agent, value.estimate(), value.low(), value.high());
    }

    private static Interval value(EvaluationResult result, String figure) {
        return result.figures()
                .getOrDefault(figure, new Interval(Double.NaN, Double.NaN, Double.NaN));
    }

    private static boolean isMoreBetter(EvaluationResult result, String figure) {
        return result.metrics().stream()
                .filter(metric -> metric.name().equals(figure))
                .allMatch(Metric::higherIsBetter);
    }

    private static double ratio(double good, double poor) { // (1)
        return good > 0 && poor > 0 ? good / poor : Double.NaN;
    }

    private static String words(Interval value) {
        String estimate = number(value.estimate());
        return Double.isNaN(value.low())
                ? estimate
                : "%s [%s, %s]".formatted(estimate, number(value.low()), number(value.high()));
    }

    /** Three digits; {@code –} for what is not known. */
    private static String number(double value) {
        return Double.isFinite(value)
                ? NumberText.of(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)))
                : "–";
    }
}
