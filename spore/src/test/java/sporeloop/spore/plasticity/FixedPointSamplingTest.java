package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rule in integers against the same closed forms as the rule in double precision. */
class FixedPointSamplingTest {
    private static final int BLOCKS = 250;
    private static final int SYNAPSES = BLOCKS * Chunk.SIZE;

    @Test
    void withoutRewardThetaIsNormalWithThePriorsMeanAndTheTemperatureAsVariance() {
        double a = 0.1;
        double[] theta =
                run(drift(a).priorMean(0.7).priorPrecision(2).temperature(0.3).build(), 100, 0, 0);
        double sd = Math.sqrt(0.3 / 2 / (1 - a * 2 / 2));
        double bound =
                Normal.bound(SYNAPSES, 1e-6) + 0.0005; // of tails that end, and of whole numbers
        assertTrue(Normal.distance(theta, 0.7, sd) < bound, "" + Normal.distance(theta, 0.7, sd));
        assertTrue(Normal.distance(theta, 0.7, 1.06 * sd) > bound, "6 % in the spread would show");
    }

    @Test
    void aStepFarBelowADigitStillMovesThetaByTheRightMean() {
        double a = 1e-5; // 0.05 digits an update
        double[] theta = run(drift(a).temperature(0).priorMean(1).minParam(-4).build(), 200, -3, 0);
        double expected = 1 - 4 * Math.pow(1 - a, 200);
        assertEquals(expected, mean(theta), 1e-4);
    }

    @Test
    void theGradientMovesThetaUpToItsBound() {
        double a = 1e-4;
        Plasticity plasticity =
                drift(a).temperature(0)
                        .priorPrecision(0)
                        .gradientScale(2)
                        .maxParamChange(8)
                        .build();
        for (double[] each : new double[][] {{1.5, 3}, {-1.5, -3}, {20, 8}, {-20, -8}}) {
            double moved = mean(run(plasticity, 50, 0, each[0]));
            assertEquals(50 * a * each[1], moved, 2e-5, "g = " + each[0]);
        }
    }

    @Test
    void tracesThatLoseLessThanADigitInAnUpdateStillDecay() {
        FixedPointSampling rule = new FixedPointSampling(drift(0).build(), 1, 4);
        Chunk chunk = new Chunk();
        Synapses synapses = new Synapses(BLOCKS, 0);
        double sum = 0;
        for (int block = 0; block < BLOCKS; block++) {
            chunk.show(synapses, block, Chunk.SIZE);
            Arrays.fill(chunk.eligibility, 0.05);
            for (int update = 1; update <= 300; update++) {
                for (int n = 0; n < Chunk.SIZE; n++) {
                    chunk.eligibility[n] *= 0.998; // 0.1 digits less
                }
                rule.update(chunk, update, 0, 0);
            }
            sum += mean(chunk.eligibility) / BLOCKS;
        }
        assertEquals(0.05 * Math.pow(0.998, 300), sum, 2e-4);
    }

    @Test
    void weightsOfTheTableAreExponentialsToAFewParametersDigits() {
        FixedPoint arithmetic = new FixedPoint(new PlasticityBuilder().build());
        for (int theta = -2 * FixedPoint.THETA_ONE; theta <= 5 * FixedPoint.THETA_ONE; theta++) {
            double exact = Math.exp(theta / (double) FixedPoint.THETA_ONE - 3);
            double found = arithmetic.weight(theta) / (double) FixedPoint.WEIGHT_ONE;
            assertEquals(exact, found, exact * 5e-5 + 1.5 / FixedPoint.WEIGHT_ONE, "θ = " + theta);
        }
    }

    @Test
    void theSameIntegersComeOutOnEveryMachine() {
        double[] theta = run(drift(1e-3).priorMean(0.2).build(), 50, 0.1, 3);
        long hash = 0;
        for (double each : theta) {
            hash = 31 * hash + Math.round(each * FixedPoint.THETA_ONE);
        }
        assertEquals(GOLDEN, hash);
    }

    @Test
    void parametersThatDoNotFitAreRefusedByTheirNames() {
        for (PlasticityBuilder wrong :
                new PlasticityBuilder[] {
                    drift(0).priorMean(16), drift(0).gradientNoise(1), drift(0).maxParamChange(0)
                }) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> new FixedPointSampling(wrong.build(), 1, 1));
            assertTrue(refused.getMessage().endsWith("under rule = fixed-point"));
        }
    }

    /** Found by the first run of this test. */
    private static final long GOLDEN = 8973156866665665135L;

    private static PlasticityBuilder drift(double a) {
        return new PlasticityBuilder()
                .rule("fixed-point")
                .learningRate(a / 10)
                .weightUpdateInterval(10)
                .minParam(-15)
                .maxParam(15);
    }

    /** θ after so many updates, of all synapses, each with the same gradient in all updates. */
    private static double[] run(Plasticity plasticity, int updates, double start, double gradient) {
        FixedPointSampling rule = new FixedPointSampling(plasticity, 1, 3);
        Chunk chunk = new Chunk();
        Synapses synapses = new Synapses(BLOCKS, 0);
        double[] theta = new double[SYNAPSES];
        for (int block = 0; block < BLOCKS; block++) {
            chunk.show(synapses, block, Chunk.SIZE);
            Arrays.fill(chunk.theta, start);
            for (int update = 1; update <= updates; update++) {
                Arrays.fill(chunk.gradient, gradient);
                rule.update(chunk, update, plasticity.learningRate(), plasticity.temperature());
            }
            System.arraycopy(chunk.theta, 0, theta, block * Chunk.SIZE, Chunk.SIZE);
        }
        return theta;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
