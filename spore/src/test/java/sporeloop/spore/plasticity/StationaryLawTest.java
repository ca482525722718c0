package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;

/**
 * The law of θ. Kolmogorov and Smirnov's distance of n independent samples from their law exceeds
 * √(−ln(α/2)/(2n)) with probability α; here α = 1e-6, and seeds are fixed.
 */
class StationaryLawTest {
    private static final int SYNAPSES = 100_000;
    private static final double[] SILENCE = {0};

    @Test
    void withoutRewardThetaIsNormalWithThePriorsMeanAndTheTemperatureAsVariance() {
        double a = 0.4;
        Plasticity plasticity = drift(a).priorMean(0.7).minParam(-100).maxParam(100).build();
        PlasticSynapses synapses = synapses(plasticity, 0.7);
        run(synapses, 100);
        double variance = 0.1 / (1 - a / 2);
        double[] theta = synapses.theta();
        assertTrue(
                distance(theta, 0.7, Math.sqrt(variance)) < bound(1e-6),
                "distance " + distance(theta, 0.7, Math.sqrt(variance)));
        assertTrue(
                distance(theta, 0.7, Math.sqrt(0.1)) > bound(1e-6),
                "the law of continuous time, a little narrower, must be told apart");
    }

    @Test
    void aConstantGradientShiftsTheMeanByItsSlope() {
        double slope = 0.4;
        double a = 0.1;
        Plasticity plasticity =
                drift(a).minParam(-100).maxParam(100).priorMean(0.5 + slope).build();
        PlasticSynapses synapses = synapses(plasticity, 0.5);
        run(synapses, 150);
        double sd = Math.sqrt(0.1 / (1 - a / 2));
        assertTrue(distance(synapses.theta(), 0.5 + slope, sd) < bound(1e-6));
    }

    @Test
    void restingSynapsesHaveTheLawOfThoseThatAreMovedEachTime() {
        // Slow enough that nearly all rest: σ per update is 0.01, over 400 updates it adds up to
        // 0.2.
        Plasticity resting = drift(5e-4).priorMean(-0.9).priorPrecision(0.5).build();
        Plasticity moved = resting.but().skipRetracted(false).build();
        for (double start : new double[] {-0.5, -1.0, -1.7}) {
            PlasticSynapses one = synapses(resting, start);
            PlasticSynapses other = synapses(moved, start);
            run(one, 400);
            run(other, 400);
            double distance = twoSamples(one.theta(), other.theta());
            assertTrue(distance < Math.sqrt(2) * bound(1e-6), "from " + start + ": " + distance);
            double shares = Math.abs(one.active() - other.active()) / (double) SYNAPSES;
            assertTrue(shares < 5 * Math.sqrt(0.5 / SYNAPSES), "active, from " + start);
        }
    }

    @Test
    void retractionAndRegrowthBalanceInTheStationaryState() {
        Plasticity plasticity = drift(0.02).minParam(-100).maxParam(100).build();
        PlasticSynapses synapses = synapses(plasticity, 0);
        run(synapses, 400);
        double active = synapses.active() / (double) SYNAPSES;
        assertEquals(0.5, active, 5 * 0.5 / Math.sqrt(SYNAPSES), "share of active synapses");
    }

    @Test
    void withoutNoiseThetaRelaxesGeometricallyToThePriorMean() {
        double a = 0.05;
        Plasticity plasticity = drift(a).temperature(0).priorMean(1).priorPrecision(0.5).build();
        PlasticSynapses synapses = synapses(plasticity, 3);
        for (int n = 1; n <= 200; n++) {
            run(synapses, 1);
            double expected = 1 + 2 * Math.pow(1 - a * 0.5, n);
            assertEquals(expected, synapses.theta(0), 1e-12, "θ after update " + n);
        }
    }

    /** Parameters whose β·Δ is {@code a}. */
    private static PlasticityBuilder drift(double a) {
        return new PlasticityBuilder().learningRate(a / 10).weightUpdateInterval(10);
    }

    private static PlasticSynapses synapses(Plasticity plasticity, double start) {
        Pairs pairs =
                new PairDrawing(100, 1, SYNAPSES / 100, true, 0).draw(new Connectivity.AllToAll());
        double[] theta = new double[SYNAPSES];
        Arrays.fill(theta, start);
        return PlasticSynapses.of(pairs, theta, plasticity, 1, 99);
    }

    private static void run(PlasticSynapses synapses, int updates) {
        for (int n = 0; n < 10 * updates; n++) {
            synapses.remember(SILENCE, 0);
            synapses.finishStep();
        }
    }

    private static double bound(double falseAlarm) {
        return Math.sqrt(-Math.log(falseAlarm / 2) / (2.0 * SYNAPSES));
    }

    private static double distance(double[] samples, double mean, double sd) {
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

    private static double twoSamples(double[] one, double[] other) {
        double[] a = one.clone();
        double[] b = other.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double most = 0;
        int j = 0;
        for (int i = 0; i < a.length; i++) {
            while (j < b.length && b[j] <= a[i]) {
                j++;
            }
            most = Math.max(most, Math.abs((i + 1) / (double) a.length - j / (double) b.length));
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
