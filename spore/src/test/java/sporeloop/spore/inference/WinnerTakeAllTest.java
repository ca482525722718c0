package sporeloop.spore.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The network and its rule against closed forms. Seeds are fixed; tolerances are over 4 sd. */
class WinnerTakeAllTest {
    private static final Inference STANDARD = Inference.standard();

    /** Steps from spike to spike of the first and the other half of the inputs. */
    private static final int[] PERIODS = {16, 150};

    @Test
    void aTraceRisesAndFallsAfterASpike() {
        WinnerTakeAll network = new WinnerTakeAll(2, 1, STANDARD, 1);
        for (int t = 1; t <= 60; t++) {
            network.step(new boolean[] {t == 1, t == 1 || t == 5});
            double first = 20 / 18.0 * (Math.exp(-t / 20.0) - Math.exp(-t / 2.0));
            double s = t - 4;
            double second = s < 1 ? 0 : 20 / 18.0 * (Math.exp(-s / 20.0) - Math.exp(-s / 2.0));
            assertEquals(first, network.traces()[0], 1e-12, "step " + t);
            assertEquals(first + second, network.traces()[1], 1e-12, "step " + t);
        }
    }

    /** exp(u_k)/Σ exp(u_l) and the network's rate, with weights that stand still. */
    @Test
    void oneNeuronFiresAtATimeByTheSoftmaxOfThePotentials() {
        int steps = 100_000;
        WinnerTakeAll network = new WinnerTakeAll(3, 3, STANDARD, 2);
        double[][] theta = {{2.5, 1, -1}, {1.5, 2.8, 0.5}, {-1, 2, 3}};
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 3; i++) {
                network.setTheta(k, i, theta[k][i]);
            }
        }
        network.plastic(false);
        double chance = 1 - Math.exp(-0.2);
        double[] expected = new double[3];
        double[] fired = new double[3];
        double[] share = new double[3];
        for (int n = 0; n < steps; n++) {
            int winner = network.step(new boolean[] {n % 17 == 0, n % 23 == 0, n % 31 < 2});
            if (winner != WinnerTakeAll.NONE) {
                fired[winner]++;
            }
            double[] x = network.traces();
            for (int k = 0; k < 3; k++) {
                double u = 0;
                for (int i = 0; i < 3; i++) {
                    double w = theta[k][i] > 0 ? Math.exp(theta[k][i] - 2.5) : 0;
                    u += w * x[i] - 0.1 * (Math.exp(w) - 1);
                }
                share[k] = Math.exp(u);
            }
            double sum = Arrays.stream(share).sum();
            for (int k = 0; k < 3; k++) {
                expected[k] += chance * share[k] / sum;
            }
        }
        for (int k = 0; k < 3; k++) {
            assertEquals(expected[k], fired[k], 5 * Math.sqrt(expected[k]), "spikes of " + k);
        }
    }

    @Test
    void withoutNoiseAndInputThetaRelaxesGeometricallyToThePriorsMean() {
        Inference inference =
                STANDARD.withTemperature(0)
                        .withExamples(0)
                        .withPrior(0.7, 0.5)
                        .withLearningRate(1e-3);
        WinnerTakeAll network = new WinnerTakeAll(1, 1, inference, 3);
        network.setTheta(0, 0, 3);
        for (int n = 1; n <= 50; n++) {
            network.present(new double[1], 10);
            double expected = 0.7 + Math.pow(1 - 1e-3 * 10 / 0.25, n) * 2.3;
            assertEquals(expected, network.theta(0, 0), 1e-12, "update " + n);
        }
    }

    @Test
    void withThePriorAloneThetaIsNormalWithTheTemperatureTimesThePriorsVariance() {
        double sd = 0.8;
        double temperature = 0.3;
        Inference inference =
                STANDARD.withTemperature(temperature)
                        .withExamples(0)
                        .withPrior(0.7, sd)
                        .withLearningRate(0.01);
        WinnerTakeAll network = new WinnerTakeAll(200, 200, inference, 4);
        network.present(new double[200], 400);
        double pull = 0.01 * 10 / (sd * sd);
        double variance = temperature * sd * sd / (1 - pull / 2);
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (int n = 0; n < 40_000; n++) {
            double off = network.theta(n / 200, n % 200) - 0.7;
            sum += off;
            squares += off * off;
            fourth += off * off * off * off;
        }
        assertEquals(0, sum / 40_000, 5 * Math.sqrt(variance / 40_000), "mean of θ − μ");
        assertEquals(variance, squares / 40_000, 0.03 * variance, "variance of θ");
        assertEquals(3 * variance * variance, fourth / 40_000, 0.1 * 3 * variance * variance);
    }

    /**
     * One neuron, so that each output spike is its own and each input is a problem of its own: with
     * the mean x̄ of its trace known, the posterior of θ is one integral.
     */
    @Test
    void theLawOfThetaIsThePosterior() {
        int inputs = 3000;
        double temperature = 0.5;
        double examples = 3;
        Inference inference =
                STANDARD.withTemperature(temperature)
                        .withExamples(examples)
                        .withPrior(1, 1)
                        .withLearningRate(5e-4);
        WinnerTakeAll network = new WinnerTakeAll(inputs, 1, inference, 5);
        for (int i = 0; i < inputs; i++) {
            network.setTheta(0, i, 2);
        }
        boolean[] spikes = new boolean[inputs];
        double[] mean = new double[2];
        double[] square = new double[2];
        double[] connected = new double[2];
        for (int n = 1; n <= 80_000; n++) {
            for (int i = 0; i < inputs; i++) {
                spikes[i] = (n + i) % PERIODS[2 * i / inputs] == 0;
            }
            network.step(spikes);
            for (int i = 0; i < inputs && n > 30_000 && n % 2500 == 0; i++) {
                int group = 2 * i / inputs;
                double share = 2.0 / inputs / 20;
                double theta = network.theta(0, i);
                mean[group] += share * theta;
                square[group] += share * theta * theta;
                connected[group] += network.weight(0, i) > 0 ? share : 0;
            }
        }
        for (int group = 0; group < 2; group++) {
            double[] law = posterior(PERIODS[group], examples, temperature);
            String which = "a spike in " + PERIODS[group] + " ms: ";
            assertEquals(law[0], mean[group], 0.02, which + "mean of θ");
            assertEquals(
                    law[1], square[group] - mean[group] * mean[group], 0.015, which + "variance");
            assertEquals(law[2], connected[group], 0.01, which + "share of connections");
        }
    }

    /** Mean, variance and P(θ &gt; 0) of law (7) of the network, by sums over a fine grid. */
    private static double[] posterior(int period, double examples, double temperature) {
        double fall = Math.exp(-1 / 20.0);
        double rise = Math.exp(-1 / 2.0);
        double trace = 20 / 18.0 / period * (fall / (1 - fall) - rise / (1 - rise));
        double[] sums = new double[4];
        for (double theta = -6; theta < 6; theta += 1e-4) {
            double w = Math.exp(Math.max(0, theta) - 2.5);
            double likelihood = w * trace - 0.1 * Math.exp(w);
            double prior = -(theta - 1) * (theta - 1) / 2;
            double density = Math.exp((prior + examples * likelihood) / temperature);
            sums[0] += density;
            sums[1] += density * theta;
            sums[2] += density * theta * theta;
            sums[3] += theta > 0 ? density : 0;
        }
        double mean = sums[1] / sums[0];
        return new double[] {mean, sums[2] / sums[0] - mean * mean, sums[3] / sums[0]};
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        WinnerTakeAll one = new WinnerTakeAll(10, 4, STANDARD, 6);
        WinnerTakeAll other = new WinnerTakeAll(10, 4, STANDARD, 6);
        double[] rates = new double[10];
        Arrays.setAll(rates, i -> 10 * i);
        one.present(rates, 1000);
        other.present(rates, 300);
        other.present(rates, 700);
        for (int n = 0; n < 40; n++) {
            assertEquals(one.theta(n / 10, n % 10), other.theta(n / 10, n % 10), 0);
        }
    }

    @Test
    void theLastNeuronCannotBeLost() {
        WinnerTakeAll network = new WinnerTakeAll(2, 2, STANDARD, 7);
        network.lose(1);
        network.lose(1);
        Throwable refusal = assertThrows(IllegalArgumentException.class, () -> network.lose(0));
        assertEquals("neuron 0 is the last, so it can't be lost", refusal.getMessage());
        int[] fired = network.present(new double[2], 500);
        assertTrue(fired[0] > 0 && fired[1] == 0, Arrays.toString(fired));
    }
}
