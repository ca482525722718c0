package sporeloop.spore.deepr;

import sporeloop.spore.digits.StrokeDigits;
import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.random.Seeds;

/**
 * A rate network with sparse layers that learns to name digits.
 *
 * <pre>
 *   x⁰ = picture,  xˡ = max(0, zˡ),  p = softmax(z of the last layer)                         (1)
 *   E = −1/B·Σ_b ln p(label)  over a batch of B pictures,  ∂E/∂z = (p − [label])/B            (2)
 *   ∂E/∂zˡ = ∂E/∂xˡ where zˡ &gt; 0, else 0                                                    (3)
 * </pre>
 *
 * Batches of 20 in an order drawn anew in each epoch. Biases follow the gradient and are not counted
 * as connections. All is a function of the arguments, {@code seed} among them.
 *
 * <p>Not thread-safe.
 */
public final class SparseNetwork {
    private static final int BATCH = 20;

    private final SparseLayer[] layers;
    private final Learning learning;
    private final long seed;

    /** x of (1), [layers + 1], each [units][batch]; {@code slope}: ∂E/∂z and ∂E/∂x, alike. */
    private final double[][] activity;

    private final double[][] slope;
    private int epoch;
    private long step;

    /**
     * A network at the start of its training.
     *
     * @param sizes units of each layer, the pixels first, 10 last
     * @param density of each layer but the first, in (0, 1]: the share of places with a connection
     */
    public SparseNetwork(int[] sizes, double[] density, Learning learning, long seed) {
        int count = sizes.length - 1;
        if (count < 1 || sizes[0] != StrokeDigits.PIXELS || sizes[count] != 10) {
            throw new IllegalArgumentException(
                    "the sizes must begin with " + StrokeDigits.PIXELS + " and end with 10");
        }
        this.learning = learning;
        this.seed = seed;
        layers = new SparseLayer[count];
        activity = new double[count + 1][];
        slope = new double[count + 1][];
        activity[0] = new double[sizes[0] * BATCH];
        slope[0] = new double[0];
        checkDensity(density);
        for (int l = 0; l < count; l++) {
            int connections = connections(sizes[l], sizes[l + 1], density[l]);
            long own = Seeds.derive(seed, "layer", l);
            layers[l] =
                    new SparseLayer(
                            sizes[l], sizes[l + 1], connections, learning.keepsSigns(), own);
            activity[l + 1] = new double[sizes[l + 1] * BATCH];
            slope[l + 1] = new double[sizes[l + 1] * BATCH];
        }
    }

    /** One epoch: all pictures but the rest of an unfilled batch, each once. */
    public void train(StrokeDigits set) {
        int[] order = SparseLayer.permutation(set.count(), Seeds.derive(seed, "order", epoch++));
        for (int from = 0; from + BATCH <= order.length; from += BATCH) {
            gradient(set, order, from);
            step++;
            for (SparseLayer layer : layers) {
                learning.update(layer, step);
                layer.moveBias(learning.learningRate());
            }
        }
    }

    /** The share of pictures that are named rightly. */
    public double accuracy(StrokeDigits set) {
        int right = 0;
        for (int n = 0; n < set.count(); n++) {
            right += name(set.picture(n)) == set.label(n) ? 1 : 0;
        }
        return right / (double) set.count();
    }

    /** The digit the network takes this picture for. */
    public int name(double[] picture) {
        System.arraycopy(picture, 0, activity[0], 0, picture.length);
        forward(1);
        double[] z = activity[layers.length];
        int best = 0;
        for (int j = 1; j < 10; j++) {
            best = z[j] > z[best] ? j : best;
        }
        return best;
    }

    /** Keeps the strongest connections of each layer, as many as {@code density} says, at most all. */
    public void prune(double... density) {
        checkDensity(density);
        for (int l = 0; l < layers.length; l++) {
            int kept = connections(layers[l].sources, layers[l].targets, density[l]);
            layers[l].prune(Math.min(kept, layers[l].connections()));
        }
    }

    /** The number of connections of all layers. */
    public int connections() {
        int sum = 0;
        for (SparseLayer layer : layers) {
            sum += layer.connections();
        }
        return sum;
    }

    /** The number of places of all layers. */
    public int places() {
        int sum = 0;
        for (SparseLayer layer : layers) {
            sum += layer.sources * layer.targets;
        }
        return sum;
    }

    SparseLayer layer(int l) {
        return layers[l];
    }

    /** (2) and its gradient in all layers, for the batch {@code order[from]} and following. */
    double gradient(StrokeDigits set, int[] order, int from) {
        for (int b = 0; b < BATCH; b++) {
            double[] picture = set.picture(order[from + b]);
            for (int i = 0; i < picture.length; i++) {
                activity[0][i * BATCH + b] = picture[i];
            }
        }
        forward(BATCH);
        double error = 0;
        for (int b = 0; b < BATCH; b++) {
            error -= StrictMath.log(answer(b, set.label(order[from + b]))) / BATCH;
        }
        for (int l = layers.length; l > 0; l--) {
            layers[l - 1].backward(activity[l - 1], slope[l], slope[l - 1], BATCH);
            for (int k = 0; k < slope[l - 1].length; k++) {
                if (activity[l - 1][k] <= 0) {
                    slope[l - 1][k] = 0; // (3)
                }
            }
        }
        return error;
    }

    private void forward(int batch) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].forward(activity[l], activity[l + 1], batch);
            if (l < layers.length - 1) {
                double[] x = activity[l + 1];
                for (int k = 0; k < x.length; k++) {
                    x[k] = Math.max(0, x[k]); // (1)
                }
            }
        }
    }

    /** The probability of {@code label} for picture {@code b} of the batch, and ∂E/∂z of (2). */
    private double answer(int b, int label) {
        double[] z = activity[layers.length];
        double most = z[b];
        for (int j = 1; j < 10; j++) {
            most = Math.max(most, z[j * BATCH + b]);
        }
        double sum = 0;
        for (int j = 0; j < 10; j++) {
            sum += Exponential.of(z[j * BATCH + b] - most);
        }
        for (int j = 0; j < 10; j++) {
            double p = Exponential.of(z[j * BATCH + b] - most) / sum;
            slope[layers.length][j * BATCH + b] = (p - (j == label ? 1 : 0)) / BATCH;
        }
        return Exponential.of(z[label * BATCH + b] - most) / sum;
    }

    private void checkDensity(double[] density) {
        if (density.length != layers.length) {
            throw new IllegalArgumentException(
                    density.length + " densities for " + layers.length + " layers: one each");
        }
        for (double each : density) {
            if (!(each > 0 && each <= 1)) {
                throw new IllegalArgumentException("density " + each + ", but must be in (0, 1]");
            }
        }
    }

    private static int connections(int sources, int targets, double density) {
        return Math.max(1, (int) Math.round(density * sources * targets));
    }
}
