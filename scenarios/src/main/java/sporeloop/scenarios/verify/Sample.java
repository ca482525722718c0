package sporeloop.scenarios.verify;

import java.util.Arrays;

/**
 * Snapshots of many synapses' θ at times a fixed gap apart, and the statistics that a recording gives
 * of its own. Snapshots of one synapse are correlated; with ρ their correlation from one to the next,
 * n values in s snapshots are worth
 *
 * <pre>
 *   n_eff = n / ( 1 + 2·Σ_{k&lt;s} (1 − k/s)·ρ^k )                                              (1)
 * </pre>
 */
final class Sample {
    private final double[][] snapshots;
    private final double[] sorted;
    private final double mean;
    private final double variance;
    private final double fourth;
    private final double effective;

    /** @param snapshots θ, [snapshots][synapses] */
    Sample(double[][] snapshots) {
        this.snapshots = snapshots;
        sorted = Arrays.stream(snapshots).flatMapToDouble(Arrays::stream).sorted().toArray();
        double sum = 0;
        for (double theta : sorted) {
            sum += theta;
        }
        mean = sum / sorted.length;
        double second = 0;
        double fourths = 0;
        for (double theta : sorted) {
            double square = (theta - mean) * (theta - mean);
            second += square;
            fourths += square * square;
        }
        variance = second / sorted.length;
        fourth = fourths / sorted.length;
        effective = sorted.length / inflation();
    }

    private double inflation() {
        double rho = 0;
        for (int s = 1; s < snapshots.length; s++) {
            rho += correlation(snapshots[s - 1], snapshots[s]) / (snapshots.length - 1);
        }
        rho = Math.max(0, rho);
        double inflation = 1;
        for (int k = 1; k < snapshots.length; k++) {
            inflation += 2 * (1 - (double) k / snapshots.length) * StrictMath.pow(rho, k); // (1)
        }
        return inflation;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** Standard error of {@link #mean}. */
    double errorOfMean() {
        return Math.sqrt(variance / effective);
    }

    /** Standard error of {@link #variance}. */
    double errorOfVariance() {
        return Math.sqrt(Math.max(0, fourth - variance * variance) / effective);
    }

    /** Share of values below {@code bound}, or not above it if {@code inclusive}. */
    double share(double bound, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound || (inclusive && sorted[middle] == bound)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }

    /** Standard error of a share of {@code p} in a sample like this. */
    double errorOfShare(double p) {
        return Math.sqrt(Math.max(p * (1 - p), 1 / effective) / effective);
    }

    /** Pearson's correlation of two lists of the same length. */
    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int n = 0; n < a.length; n++) {
            ab += (a[n] - meanA) * (b[n] - meanB);
            aa += (a[n] - meanA) * (a[n] - meanA);
            bb += (b[n] - meanB) * (b[n] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
