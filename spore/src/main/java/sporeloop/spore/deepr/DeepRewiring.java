package sporeloop.spore.deepr;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/**
 * DEEP R: connections follow the gradient with L1 and noise; one that would change its sign goes, and
 * another is born in an empty place. Their number is the same after each step.
 *
 * <pre>
 *   w = s·θ,  s = ±1 decided by the place, θ ≥ 0                                              (1)
 *   θ ← θ − η·s·∂E/∂w − η·α + √(2·η·T)·N(0,1)                                                 (2)
 *   θ &lt; 0: the place becomes empty, and a place chosen at random among all empty ones, its
 *          own included, gets a connection with θ = 0                                        (3)
 * </pre>
 *
 * Where E does not depend on a connection, (2) and (3) are Lindley's recursion θ ← max(0, θ + ξ): a
 * reflected random walk, whose law for small steps is exponential with mean T/α.
 *
 * <p>Source: Bellec, Kappel, Maass, Legenstein 2018, "Deep rewiring: training very sparse deep
 * networks", algorithm 1. Deviation: connections of one step that go are replaced one after the
 * other, so that a place becomes free to the ones after it only.
 */
public record DeepRewiring(
        @Parameter(value = "η, learning rate", range = "(0, ∞)") double learningRate,
        @Parameter(value = "α, strength of the L1 regularisation", range = "[0, ∞)") double l1,
        @Parameter(value = "T, scale of the noise on θ", range = "[0, ∞)") double temperature)
        implements Learning {
    /** Checks the ranges. */
    public DeepRewiring {
        Ranges.check(DeepRewiring.class, learningRate, l1, temperature);
    }

    @Override
    public void update(SparseLayer layer, long step) {
        final double[] weight = layer.weight;
        final double[] sign = layer.sign;
        final double[] gradient = layer.gradient;
        final double[] noise = layer.noise(step, Math.sqrt(2 * learningRate * temperature));
        final double shrink = learningRate * l1;
        for (int k = 0; k < weight.length; k++) {
            double theta = sign[k] * weight[k]; // (1)
            theta += noise[k] - learningRate * sign[k] * gradient[k] - shrink; // (2)
            if (theta < 0) {
                layer.replace(k, step); // (3)
            } else {
                weight[k] = sign[k] * theta;
            }
        }
    }

    @Override
    public boolean keepsSigns() {
        return true;
    }
}
