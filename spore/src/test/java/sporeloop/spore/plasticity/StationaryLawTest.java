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
                Normal.distance(theta, 0.7, Math.sqrt(variance)) < Normal.bound(SYNAPSES, 1e-6),
                "distance " + Normal.distance(theta, 0.7, Math.sqrt(variance)));
        assertTrue(
                Normal.distance(theta, 0.7, Math.sqrt(0.1)) > Normal.bound(SYNAPSES, 1e-6),
                "the law of continuous time, a little narrower, must be told apart");
    }

    /**
     * Spikes, learning signals and rewards repeat in each update interval, and eligibility and
     * gradient forget within it: g at the update is w·K while θ ≥ 0, else 0. So θ is a chain
     *
     * <pre>
     *   θ ← θ + a·(c_p·(μ − θ) + min(G, c_g·K·exp(θ − θ₀))) + √(2·T·a)·N(0,1)
     * </pre>
     *
     * whose law is computed on a grid.
     */
    @Test
    void withRewardThetaFollowsTheLawOfItsChain() {
        double a = 0.1;
        double unit = gradientOfUnitWeight();
        Plasticity plasticity =
                new PlasticityBuilder()
                        .learningRate(a / 50)
                        .weightUpdateInterval(50)
                        .episodeLength(1)
                        .integrationTime(1)
                        .parameterMappingOffset(1)
                        .gradientScale(0.5 / unit)
                        .maxParamChange(0.8)
                        .minParam(-100)
                        .maxParam(100)
                        .build();
        PlasticSynapses synapses = synapses(plasticity, 0.3);
        for (int n = 0; n < 80 * 50; n++) {
            if (n % 50 == 40) {
                for (int i = 0; i < 100; i++) {
                    synapses.spike(i);
                }
            }
            synapses.remember(new double[] {1}, 1);
            synapses.finishStep();
        }
        double[] grid = new double[1201];
        double[] law = chain(grid, a);
        double most = distance(synapses.theta(), grid, law);
        assertTrue(
                most < Normal.bound(SYNAPSES, 1e-6),
                "distance " + most + " of at most " + Normal.bound(SYNAPSES, 1e-6));
    }

    /** The gradient at an update of a synapse with w = 1, step by step. */
    private static double gradientOfUnitWeight() {
        double fall = 0;
        double rise = 0;
        double e = 0;
        double g = 0;
        for (int n = 0; n < 80 * 50; n++) {
            double spike = n % 50 == 40 ? 1 : 0;
            fall = (fall + spike) * Math.exp(-1 / 20.0);
            rise = (rise + spike) * Math.exp(-1 / 2.0);
            e = e * Math.exp(-1) + 20 / 18.0 * (fall - rise);
            g = g * Math.exp(-1) + e;
        }
        return g;
    }

    /** Fills in the grid and gives the cumulative law of the chain at its points. */
    private static double[] chain(double[] grid, double a) {
        int size = grid.length;
        double width = 6.0 / (size - 1);
        double sd = Math.sqrt(2 * 0.1 * a);
        for (int i = 0; i < size; i++) {
            grid[i] = -2 + (i + 0.5) * width; // 0 lies between two points
        }
        double[] density = new double[size];
        Arrays.fill(density, 1.0 / size);
        for (int n = 0; n < 80; n++) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                double slope = grid[i] < 0 ? 0 : Math.min(0.8, 0.5 * Math.exp(grid[i] - 1));
                double centre = grid[i] + a * (slope - grid[i]);
                int from = Math.max(0, (int) ((centre - 7 * sd + 2) / width));
                int to = Math.min(size - 1, (int) ((centre + 7 * sd + 2) / width));
                for (int j = from; j <= to; j++) {
                    double z = (grid[j] - centre) / sd;
                    next[j] += density[i] * Math.exp(-z * z / 2);
                }
            }
            double sum = Arrays.stream(next).sum();
            for (int j = 0; j < size; j++) {
                density[j] = next[j] / sum;
            }
        }
        for (int i = 1; i < size; i++) {
            density[i] += density[i - 1]; // mass up to the cell's upper edge
        }
        return density;
    }

    private static double distance(double[] samples, double[] grid, double[] law) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double half = (grid[1] - grid[0]) / 2;
        double most = 0;
        int below = 0;
        for (int i = 0; i < grid.length; i++) {
            while (below < sorted.length && sorted[below] <= grid[i] + half) {
                below++;
            }
            most = Math.max(most, Math.abs(law[i] - below / (double) sorted.length));
        }
        return most;
    }

    /**
     * In the stationary state of mean 0, neighbouring θ have the correlation ρ = 1 − a·c_p, so that
     * a synapse retracts in an update with probability arccos(ρ)/2π, and regrows as often. Ten
     * updates, 30 apart: χ² of ten degrees of freedom, false-alarm rate 1e-6 each.
     */
    @Test
    void synapsesRetractAndRegrowAsOftenAsTheLawSays() {
        double a = 0.1;
        Plasticity plasticity = drift(a).minParam(-100).maxParam(100).build();
        PlasticSynapses synapses = synapses(plasticity, 0);
        double expected = SYNAPSES * Math.acos(1 - a) / (2 * Math.PI);
        double variance = expected * (1 - expected / SYNAPSES);
        double retracted = 0;
        double regrown = 0;
        run(synapses, 100);
        for (int n = 0; n < 10; n++) {
            double[] before = synapses.theta();
            run(synapses, 1);
            double[] after = synapses.theta();
            int fallen = 0;
            int risen = 0;
            for (int k = 0; k < SYNAPSES; k++) {
                fallen += before[k] >= 0 && after[k] < 0 ? 1 : 0;
                risen += before[k] < 0 && after[k] >= 0 ? 1 : 0;
            }
            retracted += (fallen - expected) * (fallen - expected) / variance;
            regrown += (risen - expected) * (risen - expected) / variance;
            run(synapses, 29);
        }
        assertTrue(retracted < 47.9, "χ² of retractions " + retracted);
        assertTrue(regrown < 47.9, "χ² of regrowths " + regrown);
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
            assertTrue(
                    distance < Math.sqrt(2) * Normal.bound(SYNAPSES, 1e-6),
                    "from " + start + ": " + distance);
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
}
