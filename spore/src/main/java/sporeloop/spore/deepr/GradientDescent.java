package sporeloop.spore.deepr;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/**
 * Plain gradient descent on the connections there are: nothing is born, nothing goes, signs are free.
 *
 * <pre>
 *   w ← w − η·∂E/∂w                                                                         (1)
 * </pre>
 */
public record GradientDescent(
        @Parameter(value = "η, learning rate", range = "(0, ∞)") double learningRate)
        implements Learning {
    /** Checks the range. */
    public GradientDescent {
        Ranges.check(GradientDescent.class, learningRate);
    }

    @Override
    public void update(SparseLayer layer, long step) {
        final double[] weight = layer.weight;
        final double[] gradient = layer.gradient;
        for (int k = 0; k < weight.length; k++) {
            weight[k] -= learningRate * gradient[k]; // (1)
        }
    }

    @Override
    public boolean keepsSigns() {
        return false;
    }
}
