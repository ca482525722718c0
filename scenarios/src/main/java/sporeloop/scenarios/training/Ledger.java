package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Reading;
import sporeloop.environments.Metric;
import sporeloop.environments.Spec;

/**
 * Turns the gains between two readings of a loop into figures.
 * <pre>
 *   mean_reward   = Σ reward / intervals
 *   motor_rate_hz = spikes / (read-out neurons · seconds)
 *   task metrics  = their formulas over what the environment's tallies gained
 * </pre>
 */
final class Ledger {
    private static final String MEAN_REWARD = "mean_reward";

    private final Grid grid;
    private final List<Metric> metrics;
    private final List<String> telemetry;
    private final int motorNeurons;

    Ledger(Grid grid, Spec environment, List<String> telemetry, int motorNeurons) {
        this.grid = grid;
        metrics =
                environment.metrics().stream()
                        .filter(metric -> !metric.name().equals(MEAN_REWARD))
                        .toList();
        this.telemetry = List.copyOf(telemetry);
        this.motorNeurons = motorNeurons;
    }

    /** The ledger of a loop. */
    static Ledger of(LoopParts parts) {
        return new Ledger(
                parts.exchange().grid(),
                parts.body().spec(),
                parts.brain().telemetry(),
                parts.brain().outputs());
    }

    /** Columns of a row of {@code progress.csv}. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("sim_time_s", MEAN_REWARD));
        metrics.forEach(metric -> columns.add(metric.name()));
        columns.add("motor_rate_hz");
        columns.addAll(telemetry);
        return columns;
    }

    /** A row about the window between two readings. */
    double[] row(Reading from, Reading to) {
        double[] row = new double[columns().size()];
        int at = 0;
        row[at++] = grid.seconds(to.intervals());
        for (double figure : figures(from, to).values()) {
            row[at++] = figure;
        }
        row[at++] = motorRate(from, to);
        for (double value : to.telemetry()) {
            row[at++] = value;
        }
        return row;
    }

    /** The task's figures over a window, by name; {@code NaN} where it holds no event. */
    Map<String, Double> figures(Reading from, Reading to) {
        Map<String, Double> figures = new LinkedHashMap<>();
        long intervals = to.intervals() - from.intervals();
        double seconds = grid.seconds(intervals);
        figures.put(MEAN_REWARD, (to.rewardSum() - from.rewardSum()) / intervals);
        double[] gained = new double[to.tallies().length];
        for (int i = 0; i < gained.length; i++) {
            gained[i] = to.tallies()[i] - from.tallies()[i];
        }
        for (Metric metric : metrics) {
            double value = intervals == 0 ? Double.NaN : metric.formula().value(gained, seconds);
            figures.put(metric.name(), value);
        }
        return figures;
    }

    /** Name of the task's main figure. */
    String mainFigure() {
        return metrics.isEmpty() ? MEAN_REWARD : metrics.get(0).name();
    }

    private double motorRate(Reading from, Reading to) {
        double seconds = grid.seconds(to.intervals() - from.intervals());
        return (to.motorSpikes() - from.motorSpikes()) / (motorNeurons * seconds);
    }
}
