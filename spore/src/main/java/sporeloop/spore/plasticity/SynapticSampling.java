package sporeloop.spore.plasticity;

import com.google.auto.service.AutoService;
import sporeloop.spore.numerics.Bits;
import sporeloop.spore.numerics.BlockExponential;
import sporeloop.spore.random.Seeds;

/**
 * Moves synaptic parameters along prior and reward gradient, with noise, and maps them to weights.
 *
 * <pre>
 *   a = β·Δ                                                                                  (1)
 *   θ ← clip[θ_min, θ_max]( θ + a·( c_p·(μ − θ) + clip±G(c_g·g) ) + √(2·T·a)·N(0,1) )         (2)
 *   clip±G(x) = (|x + G| − |x − G|)/2                                                         (3)
 *   w = w₀·exp(θ − θ₀)                                                                       (4)
 * </pre>
 *
 * Source: NEST module SPORE 2.14, {@code synaptic_sampling_rewardgradient_synapse}; Kappel et al.
 * 2018, Euler step of length Δ. {@link GradientNoise} comes first.
 */
public final class SynapticSampling implements PlasticityRule {
    /** The rule {@code spore}. */
    @AutoService(PlasticityRuleProvider.class)
    public static final class Provider implements PlasticityRuleProvider {
        @Override
        public String name() {
            return "spore";
        }

        @Override
        public String meaning() {
            return "reward-based synaptic sampling: prior, reward gradient and noise";
        }

        @Override
        public PlasticityRule create(Plasticity plasticity, double stepMs, long seed) {
            return new SynapticSampling(plasticity, stepMs, seed);
        }
    }

    /** A greater bound would take the digits of a slope in (3), and bounds nothing. */
    private static final double MOST_SLOPE = 1e9;

    private final double interval;
    private final double precision;
    private final double priorMean;
    private final double gain;
    private final double mostSlope;
    private final double thetaMin;
    private final double thetaMax;
    private final double weightScale;
    private final double offset;
    private final BlockExponential exponential;
    private final NoiseStream thetaNoise;
    private final GradientNoise gradientNoise;

    /** The rule for one projection; {@code seed} is the projection's own. */
    public SynapticSampling(Plasticity plasticity, double stepMs, long seed) {
        interval = plasticity.weightUpdateInterval() * stepMs;
        precision = plasticity.priorPrecision();
        priorMean = plasticity.priorMean();
        gain = plasticity.gradientScale();
        mostSlope = Math.min(MOST_SLOPE, plasticity.maxParamChange());
        thetaMin = plasticity.minParam();
        thetaMax = plasticity.maxParam();
        weightScale = plasticity.weightScale();
        offset = plasticity.parameterMappingOffset();
        exponential = new BlockExponential(thetaMin, thetaMax);
        thetaNoise = new NoiseStream(Seeds.derive(seed, "theta-noise", 0));
        gradientNoise = new GradientNoise(plasticity, seed);
    }

    @Override
    public void update(Chunk chunk, long update, double learningRate, double temperature) {
        double rate = learningRate * interval; // (1)
        gradientNoise.add(chunk, update, rate);
        thetaNoise.fill(chunk, update, Math.sqrt(2 * temperature * rate));
        move(chunk, rate);
        exponential.apply(chunk.theta, chunk.weight, chunk.count, offset, weightScale); // (4)
    }

    /**
     * (2) without the bounds of θ, which seldom take hold; where they do, as one look at all excesses
     * tells, minima and maxima follow, which are dear. In a whole block, where all are likely to be
     * active, the same look tells whether none is below 0.
     */
    private void move(Chunk chunk, double rate) {
        final double[] theta = chunk.theta;
        final double[] gradient = chunk.gradient;
        final double[] noise = chunk.noise;
        final double[] excess = chunk.scratch;
        final int count = chunk.count;
        final double g = gain;
        final double most = mostSlope;
        final double least = chunk.whole ? Math.max(0, thetaMin) : thetaMin;
        final double centre = (least + thetaMax) / 2;
        final double reach = (thetaMax - least) / 2 * (1 - 1e-12);
        final double kept = 1 - rate * precision;
        final double pulled = rate * precision * priorMean;
        final double half = rate / 2;
        for (int n = 0; n < count; n++) {
            double slope = g * gradient[n];
            double bounded = half * (Math.abs(slope + most) - Math.abs(slope - most)); // (3)
            double moved = kept * theta[n] + pulled + bounded + noise[n];
            double far = Math.abs(moved - centre) - reach;
            excess[n] = Math.abs(far) + far; // 0 within the bounds
            theta[n] = moved;
        }
        if (Bits.union(excess, count) != 0) {
            bound(theta, count);
        } else {
            chunk.nonNegative = least >= 0;
        }
    }

    private void bound(double[] theta, int count) {
        final double low = thetaMin;
        final double high = thetaMax;
        for (int n = 0; n < count; n++) {
            theta[n] = Math.max(low, Math.min(high, theta[n]));
        }
    }
}
