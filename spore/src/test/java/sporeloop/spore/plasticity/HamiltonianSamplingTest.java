package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The second-order rule against closed forms of the damped oscillator. Synapses alone, no network. */
class HamiltonianSamplingTest {
    private static final int SYNAPSES = 250 * Chunk.SIZE;
    private static final int INTERVAL = 10;

    /** θ'' = −α·θ' − b·(c_p·(θ − μ) − F), from rest: a damped oscillation. */
    @Test
    void withoutNoiseThetaIsADampedOscillationAboutPriorMeanAndGradient() {
        double b = 1e-3;
        double alpha = 0.02;
        HamiltonianSampling rule =
                new HamiltonianSampling(
                        free().temperature(0)
                                .friction(alpha)
                                .priorMean(0.5)
                                .priorPrecision(2)
                                .gradientScale(3)
                                .maxParamChange(0.6)
                                .weightUpdateInterval(1)
                                .build(),
                        1,
                        7);
        Chunk chunk = chunk(1, 2);
        chunk.gradient[0] = 100; // c_g·g is bounded to 0.6
        double centre = 0.5 + 0.6 / 2;
        double omega = Math.sqrt(b * 2 - alpha * alpha / 4);
        for (int t = 1; t <= 400; t++) {
            rule.update(chunk, t, b / alpha, 0);
            double swing = Math.cos(omega * t) + alpha / 2 / omega * Math.sin(omega * t);
            double expected = centre + (2 - centre) * Math.exp(-alpha * t / 2) * swing;
            assertEquals(expected, chunk.theta[0], 0.03, "θ after " + t + " ms");
        }
    }

    @Test
    void thetaHasTheFirstOrderRulesLawAndMomentumTheTemperaturesShare() {
        double beta = 0.002;
        double alpha = 0.05;
        double temperature = 0.3;
        HamiltonianSampling rule =
                new HamiltonianSampling(
                        free().friction(alpha).priorMean(0.4).priorPrecision(1.5).build(), 1, 8);
        double[] theta = new double[SYNAPSES];
        double momentum = 0;
        Chunk chunk = new Chunk();
        Synapses synapses = new Synapses(SYNAPSES / Chunk.SIZE, 1);
        for (int block = 0; block < SYNAPSES / Chunk.SIZE; block++) {
            chunk.show(synapses, block, Chunk.SIZE);
            for (int update = 1; update <= 300; update++) {
                rule.update(chunk, update, beta, temperature);
            }
            System.arraycopy(chunk.theta, 0, theta, block * Chunk.SIZE, Chunk.SIZE);
            for (double m : chunk.own[0]) {
                momentum += m * m / SYNAPSES;
            }
        }
        double sd = Math.sqrt(temperature / 1.5);
        double bound = Normal.bound(SYNAPSES, 1e-6);
        assertTrue(Normal.distance(theta, 0.4, sd) < bound, "" + Normal.distance(theta, 0.4, sd));
        assertTrue(Normal.distance(theta, 0.4, 1.06 * sd) > bound, "6 % in the spread would show");
        assertEquals(1, momentum / (temperature * alpha * beta), 0.03, "variance of M over T·b");
    }

    /** Mobility: without a prior θ diffuses with 2·T·β·t, as under the first-order rule. */
    @Test
    void overALongTimeThetaDiffusesAsUnderTheFirstOrderRule() {
        double beta = 1e-4;
        double alpha = 0.02;
        HamiltonianSampling rule =
                new HamiltonianSampling(free().friction(alpha).priorPrecision(0).build(), 1, 9);
        Chunk chunk = new Chunk();
        Synapses synapses = new Synapses(50, 1);
        double variance = 0;
        int updates = 400;
        for (int block = 0; block < 50; block++) {
            chunk.show(synapses, block, Chunk.SIZE);
            for (int update = 1; update <= updates; update++) {
                rule.update(chunk, update, beta, 0.5);
            }
            for (double theta : chunk.theta) {
                variance += theta * theta / (50 * Chunk.SIZE);
            }
        }
        double t = updates * INTERVAL;
        double late = 1.5 / alpha; // it starts from rest
        assertEquals(1, variance / (2 * 0.5 * beta * (t - late)), 0.05);
    }

    @Test
    void atABoundThetaIsThrownBackAndItsMomentumTurns() {
        HamiltonianSampling rule =
                new HamiltonianSampling(
                        free().temperature(0).priorPrecision(0).minParam(-1).maxParam(1).build(),
                        1,
                        7);
        Chunk chunk = chunk(2, 0.9);
        chunk.theta[1] = -0.9;
        chunk.own[0][0] = 0.02;
        chunk.own[0][1] = -0.02;
        rule.update(chunk, 1, 1e-3, 0);
        assertTrue(chunk.theta[0] < 1 && chunk.own[0][0] < 0, "θ = " + chunk.theta[0]);
        assertTrue(chunk.theta[1] > -1 && chunk.own[0][1] > 0, "θ = " + chunk.theta[1]);
        double reached = 0.9 + INTERVAL * 0.02 * (1 + Math.exp(-0.01 * INTERVAL)) / 2;
        assertEquals(2 - reached, chunk.theta[0], 1e-12);
    }

    @Test
    void aFrictionThatLeavesNoMomentumIsRefused() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new HamiltonianSampling(free().friction(0.2).build(), 1, 7));
        assertEquals(
                "friction = 0.2 /ms, but must be at most 0.1 /ms, one over weight-update-interval:"
                        + " otherwise use rule = spore",
                refused.getMessage());
    }

    private static PlasticityBuilder free() {
        return new PlasticityBuilder()
                .rule("hamiltonian")
                .weightUpdateInterval(INTERVAL)
                .friction(0.01)
                .minParam(-100)
                .maxParam(100);
    }

    private static Chunk chunk(int count, double theta) {
        Chunk chunk = new Chunk();
        chunk.show(new Synapses(1, 1), 0, count);
        chunk.theta[0] = theta;
        return chunk;
    }
}
