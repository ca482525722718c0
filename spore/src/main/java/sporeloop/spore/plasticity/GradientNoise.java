package sporeloop.spore.plasticity;

import sporeloop.spore.random.Seeds;

/**
 * Noise on the reward gradient, of whatever rule.
 *
 * <pre>
 *   g ← g + √(2·T_g·a)·N(0,1)                                                                (1)
 * </pre>
 *
 * Source: NEST module SPORE 2.14, {@code gradient_noise}. A retracted synapse (w = 0) gets none unless
 * retracted synapses are simulated.
 */
final class GradientNoise {
    private final double temperature;
    private final boolean simulateRetracted;
    private final NoiseStream stream;

    GradientNoise(Plasticity plasticity, long seed) {
        temperature = plasticity.gradientNoise();
        simulateRetracted = plasticity.simulateRetracted();
        stream = new NoiseStream(Seeds.derive(seed, "gradient-noise", 0));
    }

    /** Adds the noise of an update; {@code rate} is a. Uses {@link Chunk#noise}. */
    void add(Chunk chunk, long update, double rate) {
        if (temperature == 0) {
            return;
        }
        stream.fill(chunk, update, Math.sqrt(2 * temperature * rate));
        for (int n = 0; n < chunk.count; n++) {
            if (simulateRetracted || chunk.weight[n] != 0) {
                chunk.gradient[n] += chunk.noise[n]; // (1)
            }
        }
    }
}
