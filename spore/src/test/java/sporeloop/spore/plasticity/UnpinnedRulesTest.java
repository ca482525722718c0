package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;

/** What no recording of the original pins down. One synapse, an update every 10 steps of 1 ms. */
class UnpinnedRulesTest {
    @Test
    void aParameterOfZeroIsActive() {
        PlasticSynapses one = one(quiet(), 0);
        assertEquals(StrictMath.exp(-3), one.weight(0), 1e-15);
        steps(one, 10, 0, 0);
        assertEquals(StrictMath.exp(-3), one.weight(0), 1e-15);
        assertEquals(1, one.active());
    }

    @Test
    void aRegrownSynapseGoesOnWithItsNeuronsTrace() {
        // Retracted for ten steps, with a spike before step 4; regrown by the prior at the update.
        PlasticSynapses one = one(quiet().learningRate(0.01).priorMean(20).priorPrecision(1), -0.5);
        steps(one, 4, 0, 0);
        one.spike(0);
        steps(one, 6, 1, 0);
        assertEquals(0, one.eligibility(0), 0, "retracted: no eligibility");
        double weight = one.weight(0);
        assertTrue(weight > 0, "regrown");
        steps(one, 1, 1, 0);
        one.settle();
        double y = 20 / 18.0 * (Math.exp(-7 / 20.0) - Math.exp(-7 / 2.0));
        assertEquals(weight * y, one.eligibility(0), 1e-12 * weight);
    }

    @Test
    void aParameterPulledBelowZeroByTheDirectTermStaysActiveUntilTheUpdate() {
        Plasticity plasticity =
                quiet().learningRate(0.01)
                        .directGradientRate(1)
                        .priorPrecision(0)
                        .gradientScale(0)
                        .build();
        PlasticSynapses one = one(plasticity.but(), 0.001);
        double weight = one.weight(0);
        one.spike(0);
        steps(one, 9, 1, -5);
        one.settle();
        assertTrue(one.theta(0) < 0, "θ " + one.theta(0));
        assertEquals(weight, one.weight(0), 0, "weight inside the interval");
        steps(one, 1, 0, 0);
        assertEquals(0, one.weight(0), 0, "weight after the update");
    }

    @Test
    void gradientNoiseStaysInTheGradientAndDecaysWithIt() {
        Plasticity plasticity =
                quiet().learningRate(1e-3).gradientNoise(2).priorPrecision(0).build();
        PlasticSynapses one = one(plasticity.but(), 1);
        steps(one, 10, 0, 0);
        double first = one.gradient(0);
        double scale = Math.sqrt(2 * 2 * 1e-3 * 10);
        assertTrue(first != 0 && Math.abs(first) < 7 * scale, "g " + first);
        assertEquals(1 + 1e-3 * 10 * first, one.theta(0), 1e-12, "θ moves by a·c_g·g");
        steps(one, 5, 0, 0);
        one.settle();
        assertEquals(first * Math.exp(-5 / 50_000.0), one.gradient(0), 1e-12);
    }

    @Test
    void aRetractedSynapseGetsNoGradientNoise() {
        PlasticSynapses one = one(quiet().learningRate(1e-6).gradientNoise(2), -1);
        steps(one, 50, 0, 0);
        assertEquals(0, one.gradient(0), 0);
    }

    @Test
    void aDeletedSynapseNeverComesBack() {
        PlasticSynapses one =
                one(
                        quiet().learningRate(0.01)
                                .priorMean(-5)
                                .priorPrecision(1)
                                .deleteRetracted(true),
                        0.1);
        steps(one, 10, 0, 0);
        double theta = one.theta(0);
        assertTrue(theta < 0);
        steps(one, 500, 0, 0);
        assertEquals(theta, one.theta(0), 0, "a deleted synapse does not drift");
        assertEquals(0, one.weight(0), 0);
        assertEquals(0, one.active());
    }

    @Test
    void withoutRewiringAConnectionOutlivesANegativeParameter() {
        PlasticSynapses one = one(quiet().rewiring("none"), -0.5);
        steps(one, 20, 0, 0);
        assertEquals(StrictMath.exp(-3.5), one.weight(0), 1e-15);
    }

    @Test
    void aHighCutoffEndsTheTraceAfterTheStepThatFellBelow() {
        PlasticSynapses one = one(quiet().pspCutoffAmplitude(0.9), 3);
        one.spike(0);
        double sum = 0;
        for (int m = 1; m <= 5; m++) {
            steps(one, 1, 1, 0);
            one.settle();
            double before = one.eligibility(0);
            // exp(−2/20) = 0.905 is kept, exp(−3/20) = 0.861 still acts once and is then cut off.
            sum = sum * Math.exp(-1 / 1000.0);
            sum += m <= 3 ? 20 / 18.0 * (Math.exp(-m / 20.0) - Math.exp(-m / 2.0)) : 0;
            assertEquals(sum, before, 1e-12, "eligibility after step " + m);
        }
        assertEquals(0, one.facilitation(0), 0);
    }

    @Test
    void impossibleParametersAreRefusedWithNameValueAndRange() {
        assertRefused(
                "psp-tau-rise = 20.0 ms, but must be in (0, 20.0) ms, below psp-tau-fall",
                quiet().pspTauRise(20));
        assertRefused("temperature = NaN, but must be in [0, ∞)", quiet().temperature(Double.NaN));
        assertRefused(
                "episode-length = -1.0 ms, but must be in (0, ∞) ms", quiet().episodeLength(-1));
        assertRefused("min-param = 6.0, but must be below max-param = 5.0", quiet().minParam(6));
        assertRefused(
                "learning-rate = Infinity /ms, but must be in [0, ∞) /ms",
                quiet().learningRate(Double.POSITIVE_INFINITY));
    }

    private static void assertRefused(String sentence, PlasticityBuilder builder) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    private static PlasticityBuilder quiet() {
        return new PlasticityBuilder().temperature(0).learningRate(0).weightUpdateInterval(10);
    }

    private static PlasticSynapses one(PlasticityBuilder plasticity, double theta) {
        return PlasticSynapses.of(
                new PairDrawing(1, 1, 1, true, 0).draw(new Connectivity.AllToAll()),
                new double[] {theta},
                plasticity.build(),
                1,
                0);
    }

    private static void steps(PlasticSynapses synapses, int count, double bap, double reward) {
        for (int n = 0; n < count; n++) {
            synapses.remember(new double[] {bap}, reward);
            synapses.finishStep();
        }
    }
}
