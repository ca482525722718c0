package sporeloop.scenarios.reproduce;

import java.util.Arrays;
import java.util.Locale;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Statistic;

/** Figures as they stand in tables and sentences. */
final class Phrase {
    private Phrase() {}

    /** Interquartile mean over the runs that have a figure, with its interval; none over fewer than two. */
    static Interval over(double... runs) {
        double[] there = Arrays.stream(runs).filter(Double::isFinite).toArray();
        if (there.length < 2) {
            return new Interval(there.length == 0 ? Double.NaN : there[0], Double.NaN, Double.NaN);
        }
        return Bootstrap.STANDARD.of(Statistic.INTERQUARTILE_MEAN, there);
    }

    /** {@code 35.6 [35.2, 36.1]}. */
    static String of(Interval interval) {
        return Double.isNaN(interval.low())
                ? of(interval.estimate())
                : "%s [%s, %s]"
                        .formatted(
                                of(interval.estimate()), of(interval.low()), of(interval.high()));
    }

    /** Three digits; {@code –} for what is not known. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share as percents. */
    static String percent(double share) {
        return Double.isFinite(share) ? Math.round(100 * share) + " %" : "–";
    }

    /** Shares as percents. */
    static String percent(Interval share) {
        return Double.isNaN(share.low())
                ? percent(share.estimate())
                : "%s [%s, %s]"
                        .formatted(
                                percent(share.estimate()),
                                percent(share.low()),
                                percent(share.high()));
    }
}
