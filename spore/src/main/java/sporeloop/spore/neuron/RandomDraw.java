package sporeloop.spore.neuron;

import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;
import sporeloop.spore.random.Uniforms;

/**
 * Draws spikes at random.
 *
 * <pre>
 *   dead time &gt; 0:  one spike if U ≤ p                                                       (1)
 *   dead time = 0:  n ~ Poisson(rate·h·1e-3)                                               (2)
 *   random dead time:  ⌈m/k · Σᵢ −ln Uᵢ⌉ steps, i = 1 … k: Gamma of shape k and mean m       (3)
 * </pre>
 *
 * Source: NEST module SPORE 2.14, {@code poisson_dbl_exp_neuron}. Deviation: at dead time 0 the
 * original multiplies the rate in Hz by the step in ms; (2) has the factor 1e-3. The mean of (2) is
 * bounded by 10,000 spikes a step.
 */
public final class RandomDraw implements SpikeDraw {
    private static final double MOST_EXPECTED = 10_000;
    private static final double PORTION = 500;

    private final Uniforms uniforms;
    private final long deadTime;
    private final int shape;
    private final boolean randomDeadTime;
    private final long gammaSeed;
    private final long countSeed;
    private long step;

    /** For a population with these parameters; {@code seed} is the population's own. */
    public RandomDraw(Population population, long seed) {
        uniforms = new Uniforms(Seeds.derive(seed, "spikes", 0), population.size());
        deadTime = population.deadTime();
        shape = population.deadTimeShape();
        randomDeadTime = population.deadTimeRandom();
        gammaSeed = Seeds.derive(seed, "dead-time", 0);
        countSeed = Seeds.derive(seed, "spike-count", 0);
    }

    @Override
    public void begin(long now) {
        step = now;
        uniforms.moveTo(now);
    }

    @Override
    public int spikes(int neuron, double probability, double expected) {
        if (deadTime > 0) {
            return uniforms.of(neuron) <= probability ? 1 : 0; // (1)
        }
        return expected > 0 ? poisson(neuron, Math.min(expected, MOST_EXPECTED)) : 0; // (2)
    }

    @Override
    public long deadTime(int neuron) {
        if (!randomDeadTime || deadTime == 0) {
            return deadTime;
        }
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= StrictMath.log(uniform(gammaSeed + i, neuron));
        }
        return (long) Math.ceil(sum * deadTime / shape); // (3)
    }

    /** Inversion by summing up the law, in portions whose exp(−mean) does not vanish. */
    private int poisson(int neuron, double mean) {
        int count = 0;
        double left = mean;
        for (int portion = 0; left > 0; portion++) {
            double lambda = Math.min(left, PORTION);
            left -= lambda;
            double u = portion == 0 ? uniforms.of(neuron) : uniform(countSeed + portion, neuron);
            double term = Exponential.of(-lambda);
            double below = term;
            for (int n = 1; below < u && term > 0; n++) {
                term *= lambda / n;
                below += term;
                count++;
            }
        }
        return count;
    }

    private double uniform(long key, int neuron) {
        long words = Threefry.at(key + (step >>> 32 << 16), neuron, (int) step);
        return ((words >>> 11) + 0.5) * 0x1p-53;
    }
}
