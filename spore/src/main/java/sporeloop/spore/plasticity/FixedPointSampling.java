package sporeloop.spore.plasticity;

import com.google.auto.service.AutoService;
import sporeloop.spore.random.Seeds;

/**
 * {@link SynapticSampling} with a state of 16-bit integers: θ, e and g, six bytes a synapse, moved by
 * the integer arithmetic of {@link FixedPoint}, with noise from sums of four random bytes and weights
 * from a table. Between two updates the engine's consolidation carries e and g in double precision; what
 * it gives is rounded to the integers at the update, up or down at random, so that traces that lose less
 * than a digit in an update still decay. The same bits on any machine.
 *
 * <p>Source: Yan, Kappel, Neumärker et al. 2019, "Efficient reward-based structural plasticity on a
 * SpiNNaker 2 prototype". Noise on the gradient is not supported.
 */
public final class FixedPointSampling implements PlasticityRule {
    /** The rule {@code fixed-point}. */
    @AutoService(PlasticityRuleProvider.class)
    public static final class Provider implements PlasticityRuleProvider {
        @Override
        public String name() {
            return "fixed-point";
        }

        @Override
        public String meaning() {
            return "reward-based synaptic sampling in 16-bit integers, as on a small chip";
        }

        @Override
        public PlasticityRule create(Plasticity plasticity, double stepMs, long seed) {
            return new FixedPointSampling(plasticity, stepMs, seed);
        }
    }

    private final FixedPoint arithmetic;
    private final double interval;
    private final double precision;
    private final double bound;
    private final double gradientUnit;
    private final double weightUnit;
    private final NoiseStream noise;

    /**
     * The rule for one projection; {@code seed} is the projection's own.
     *
     * @throws IllegalArgumentException if a parameter does not fit into the integers
     */
    public FixedPointSampling(Plasticity plasticity, double stepMs, long seed) {
        if (plasticity.gradientNoise() > 0) {
            throw new IllegalArgumentException(
                    "gradient-noise = "
                            + plasticity.gradientNoise()
                            + ", but must be 0 under rule = fixed-point");
        }
        arithmetic = new FixedPoint(plasticity);
        interval = plasticity.weightUpdateInterval() * stepMs;
        precision = plasticity.priorPrecision();
        bound = Math.min(1e3, plasticity.maxParamChange());
        double unit = bound / FixedPoint.GRADIENT_BOUND;
        gradientUnit = plasticity.gradientScale() == 0 ? 1 : unit / plasticity.gradientScale();
        weightUnit = plasticity.weightScale() / FixedPoint.WEIGHT_ONE;
        noise = new NoiseStream(Seeds.derive(seed, "theta-noise", 0));
        if (!(bound > 0)) {
            throw new IllegalArgumentException(
                    "max-param-change = 0, but must be above 0 under rule = fixed-point");
        }
    }

    @Override
    public void update(Chunk chunk, long update, double learningRate, double temperature) {
        FixedPoint.Factors factors =
                FixedPoint.Factors.of(learningRate * interval, precision, bound, temperature);
        noise.words(chunk, update);
        for (int n = 0; n < chunk.count; n++) {
            int word = chunk.word1[n];
            int theta = (int) Math.rint(chunk.theta[n] * FixedPoint.THETA_ONE);
            int e =
                    FixedPoint.rounded(
                            chunk.eligibility[n] * FixedPoint.ELIGIBILITY_ONE, word >>> 24);
            int g = FixedPoint.rounded(chunk.gradient[n] / gradientUnit, word >>> 16 & 0xFF);
            theta = arithmetic.moved(theta, g, factors, chunk.word0[n], word);
            chunk.theta[n] = theta / (double) FixedPoint.THETA_ONE;
            chunk.eligibility[n] = e / (double) FixedPoint.ELIGIBILITY_ONE;
            chunk.gradient[n] = g * gradientUnit;
            chunk.weight[n] = arithmetic.weight(theta) * weightUnit;
        }
    }
}
