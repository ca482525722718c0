package sporeloop.results.statistics;

import java.util.Arrays;

/** A figure that sums up a sample. */
@FunctionalInterface
public interface Statistic {
    /** The arithmetic mean. */
    Statistic MEAN = sample -> Arrays.stream(sample).average().orElse(Double.NaN);

    /**
     * The interquartile mean: of n values in order, without the ⌊n/4⌋ lowest and the ⌊n/4⌋ highest,
     * the mean. Less swayed by one lucky seed than the mean, less wasteful than the median.
     *
     * <p>Source: Agarwal et al. 2021, "Deep reinforcement learning at the edge of the statistical
     * precipice".
     */
    Statistic INTERQUARTILE_MEAN =
            sample -> {
                double[] sorted = sample.clone();
                Arrays.sort(sorted);
                int cut = sorted.length / 4;
                return MEAN.of(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
            };

    /** The value between the lower and the upper half. */
    Statistic MEDIAN = quantile(0.5);

    /** The value below which a share of the sample lies, between two values in proportion. */
    static Statistic quantile(double share) {
        return sample -> {
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        };
    }

    /**
     * The figure.
     *
     * @param sample at least one value, all finite; not changed
     */
    double of(double[] sample);
}
