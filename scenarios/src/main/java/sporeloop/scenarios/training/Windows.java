package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sporeloop.bridge.Reading;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;

/**
 * The windows of one measurement, and what they say together.
 * <pre>
 *   figure   = formula(Σ gains of all windows)                                                  (1)
 *   interval = percentiles of the same formula over windows drawn with replacement              (2)
 * </pre>
 * The gains are added up before the formula is applied, so that a figure per event is weighed by its
 * events, and a window without one is no hole in the sample.
 */
final class Windows {
    private final Ledger ledger;
    private final List<Reading> gains = new ArrayList<>();
    private final Reading first;
    private Reading last;

    Windows(Ledger ledger, Reading first) {
        this.ledger = ledger;
        this.first = first;
        last = first;
    }

    /** Ends a window at {@code reading}, which is the beginning of the next. */
    void end(Reading reading) {
        gains.add(minus(reading, last));
        last = reading;
    }

    /** All figures, each with its interval; {@code NaN} where there are too few windows or events. */
    Map<String, Interval> figures() {
        Map<String, Interval> figures = new LinkedHashMap<>();
        ledger.figures(first, last) // (1)
                .forEach((name, whole) -> figures.put(name, interval(name, whole)));
        return figures;
    }

    private Interval interval(String name, double whole) {
        if (gains.size() < 2 || !Double.isFinite(whole)) {
            return new Interval(whole, Double.NaN, Double.NaN);
        }
        double[] windows = IntStream.range(0, gains.size()).asDoubleStream().toArray();
        Interval drawn = Bootstrap.STANDARD.of(sample -> pooled(name, sample), windows); // (2)
        boolean known = Double.isFinite(drawn.low()) && Double.isFinite(drawn.high());
        return known
                ? new Interval(whole, drawn.low(), drawn.high())
                : new Interval(whole, Double.NaN, Double.NaN);
    }

    /** A figure over the windows whose numbers are given. */
    private double pooled(String name, double[] windows) {
        long intervals = 0;
        double reward = 0;
        long spikes = 0;
        double[] tallies = new double[first.tallies().length];
        for (double window : windows) {
            Reading gain = gains.get((int) window);
            intervals += gain.intervals();
            reward += gain.rewardSum();
            spikes += gain.motorSpikes();
            for (int i = 0; i < tallies.length; i++) {
                tallies[i] += gain.tallies()[i];
            }
        }
        double[] nothing = new double[tallies.length];
        Reading zero = new Reading(0, 0, 0, nothing, new double[0]);
        Reading sum = new Reading(intervals, reward, spikes, tallies, new double[0]);
        return ledger.figures(zero, sum).getOrDefault(name, Double.NaN);
    }

    private static Reading minus(Reading to, Reading from) {
        double[] tallies = to.tallies().clone();
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] -= from.tallies()[i];
        }
        return new Reading(
                to.intervals() - from.intervals(),
                to.rewardSum() - from.rewardSum(),
                to.motorSpikes() - from.motorSpikes(),
                tallies,
                new double[0]);
    }
}
