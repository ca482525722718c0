package sporeloop.spore.plasticity;

import com.google.auto.service.AutoService;
import sporeloop.spore.numerics.BlockExponential;
import sporeloop.spore.random.Seeds;

/**
 * Reward-based synaptic sampling with momentum: second-order (underdamped) Langevin dynamics.
 *
 * <pre>
 *   dM = (b·F(θ) − α·M)·dt + √(2·α·T·b)·dW,   dθ = M·dt,   b = α·β                            (1)
 *   F = c_p·(μ − θ) + clip±G(c_g·g)                                                          (2)
 * </pre>
 *
 * samples the same law of θ as {@link SynapticSampling}, exp(log p*(θ)/T), beside M ~ N(0, T·b); with
 * b = α·β it also moves as far in a long time, so that β keeps its meaning, and 1/α is how long a
 * synapse remembers where it was going. One update of length Δ:
 *
 * <pre>
 *   M ← M + Δ·b·F                                                                            (3)
 *   θ ← θ + Δ/2·M                                                                            (4)
 *   M ← c·M + √((1 − c²)·T·b)·N(0,1),   c = exp(−α·Δ)                                         (5)
 *   θ ← θ + Δ/2·M,   and where θ leaves [θ_min, θ_max]: it is thrown back, M ← −M              (6)
 *   w = w₀·exp(θ − θ₀)                                                                       (7)
 * </pre>
 *
 * which under a Gaussian prior has the exact law of θ for every Δ. Sources: (1) Yu, Kappel, Legenstein,
 * Song, Chen, Maass 2016; (3)–(6) the order BAOAB of Leimkuhler and Matthews 2013, "Rational
 * construction of stochastic numerical methods for molecular sampling". {@link GradientNoise} comes
 * first. M is the synapse's one number of its own.
 */
public final class HamiltonianSampling implements PlasticityRule {
    /** The rule {@code hamiltonian}. */
    @AutoService(PlasticityRuleProvider.class)
    public static final class Provider implements PlasticityRuleProvider {
        @Override
        public String name() {
            return "hamiltonian";
        }

        @Override
        public String meaning() {
            return "reward-based synaptic sampling with momentum and friction";
        }

        @Override
        public PlasticityRule create(Plasticity plasticity, double stepMs, long seed) {
            return new HamiltonianSampling(plasticity, stepMs, seed);
        }
    }

    private final double interval;
    private final double friction;
    private final double precision;
    private final double priorMean;
    private final double gain;
    private final double mostSlope;
    private final double thetaMin;
    private final double thetaMax;
    private final double weightScale;
    private final double offset;
    private final BlockExponential exponential;
    private final NoiseStream momentumNoise;
    private final GradientNoise gradientNoise;

    /**
     * The rule for one projection; {@code seed} is the projection's own.
     *
     * @throws IllegalArgumentException if the friction takes all momentum within an update
     */
    public HamiltonianSampling(Plasticity plasticity, double stepMs, long seed) {
        interval = plasticity.weightUpdateInterval() * stepMs;
        friction = plasticity.friction();
        if (friction * interval > 1) {
            throw new IllegalArgumentException(
                    "friction = %s /ms, but must be at most %s /ms, one over weight-update-interval: otherwise use rule = spore"
                            .formatted(friction, 1 / interval));
        }
        precision = plasticity.priorPrecision();
        priorMean = plasticity.priorMean();
        gain = plasticity.gradientScale();
        mostSlope = Math.min(1e9, plasticity.maxParamChange());
        thetaMin = plasticity.minParam();
        thetaMax = plasticity.maxParam();
        weightScale = plasticity.weightScale();
        offset = plasticity.parameterMappingOffset();
        exponential = new BlockExponential(thetaMin, thetaMax);
        momentumNoise = new NoiseStream(Seeds.derive(seed, "momentum-noise", 0));
        gradientNoise = new GradientNoise(plasticity, seed);
    }

    @Override
    public int variables() {
        return 1;
    }

    @Override
    public void update(Chunk chunk, long update, double learningRate, double temperature) {
        gradientNoise.add(chunk, update, learningRate * interval);
        double b = friction * learningRate;
        double kept = Math.exp(-friction * interval);
        momentumNoise.fill(chunk, update, Math.sqrt((1 - kept * kept) * temperature * b));
        move(chunk, b, kept);
        rebound(chunk);
        exponential.apply(chunk.theta, chunk.weight, chunk.count, offset, weightScale); // (7)
    }

    private void move(Chunk chunk, double b, double kept) {
        final double[] theta = chunk.theta;
        final double[] gradient = chunk.gradient;
        final double[] noise = chunk.noise;
        final double[] momentum = chunk.own[0];
        final int count = chunk.count;
        final double g = gain;
        final double most = mostSlope;
        final double kick = interval * b;
        final double half = interval / 2;
        for (int n = 0; n < count; n++) {
            double slope = g * gradient[n];
            double bounded = (Math.abs(slope + most) - Math.abs(slope - most)) / 2;
            double force = precision * (priorMean - theta[n]) + bounded; // (2)
            double before = momentum[n] + kick * force; // (3)
            double after = kept * before + noise[n]; // (5)
            theta[n] += half * (before + after); // (4), (6)
            momentum[n] = after;
        }
    }

    private void rebound(Chunk chunk) {
        final double[] theta = chunk.theta;
        final double[] momentum = chunk.own[0];
        for (int n = 0; n < chunk.count; n++) {
            if (theta[n] > thetaMax || theta[n] < thetaMin) {
                double wall = theta[n] > thetaMax ? thetaMax : thetaMin;
                theta[n] = Math.max(thetaMin, Math.min(thetaMax, 2 * wall - theta[n]));
                momentum[n] = -momentum[n];
            }
        }
    }
}
