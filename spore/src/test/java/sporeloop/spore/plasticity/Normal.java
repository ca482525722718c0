package sporeloop.spore.plasticity;

import java.util.Arrays;

/**
 * How far samples are from a normal law. Kolmogorov and Smirnov's distance of n independent samples
 * from their law exceeds √(−ln(α/2)/(2n)) with probability α.
 */
final class Normal {
    private Normal() {}

    /** The distance that n samples exceed with probability {@code falseAlarm}. */
    static double bound(int samples, double falseAlarm) {
        return Math.sqrt(-Math.log(falseAlarm / 2) / (2.0 * samples));
    }

    /** The distance of samples from the normal law with this mean and spread. */
    static double distance(double[] samples, double mean, double sd) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double most = 0;
        for (int n = 0; n < sorted.length; n++) {
            double law = normal((sorted[n] - mean) / sd);
            most = Math.max(most, Math.abs(law - n / (double) sorted.length));
            most = Math.max(most, Math.abs(law - (n + 1) / (double) sorted.length));
        }
        return most;
    }

    /** Φ by its series: Abramowitz and Stegun 26.2.11. */
    private static double normal(double x) {
        if (Math.abs(x) > 8) {
            return x > 0 ? 1 : 0;
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
