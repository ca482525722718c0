package sporeloop.spore.deepr;

import java.util.Arrays;
import sporeloop.spore.random.NormalNoise;
import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;

/**
 * A layer of a rate network as a list of connections, each in one of the places {@code source *
 * targets + target}.
 *
 * <pre>
 *   z_j = bias_j + Σ w·x_i  over the connections i → j                                        (1)
 *   ∂E/∂w = Σ_b δ_j·x_i  over the batch,  ∂E/∂bias_j = Σ_b δ_j,  δ = ∂E/∂z                     (2)
 *   ∂E/∂x_i = Σ w·δ_j                                                                        (3)
 * </pre>
 *
 * A unit's values in a batch lie together ({@code [units][batch]}), so that each connection is one
 * loop over the batch.
 *
 * <p>Not thread-safe.
 */
public final class SparseLayer {
    final int sources;
    final int targets;

    /** w, sign s of the place, ∂E/∂w of the last batch: [connections]. */
    double[] weight;

    double[] sign;
    double[] gradient;
    final double[] bias;
    private int[] source;
    private int[] target;

    /** All places; the first ones are those of the connections, the others are empty. */
    private final int[] place;

    private double[] noise;
    private final double[] biasGradient;
    private final NormalNoise noiseStream;
    private final long signKey;
    private final long placeKey;

    /** Draws {@code connections} places at random, and weights of variance 2/(connections a target). */
    SparseLayer(int sources, int targets, int connections, boolean keepsSigns, long seed) {
        this.sources = sources;
        this.targets = targets;
        signKey = Seeds.derive(seed, "sign", 0);
        placeKey = Seeds.derive(seed, "place", 0);
        noiseStream = new NormalNoise(Seeds.derive(seed, "noise", 0));
        place = permutation(sources * targets, Seeds.derive(seed, "first-places", 0));
        double sd = Math.sqrt(2.0 * targets / connections);
        weight = NormalVariate.sequence(Seeds.derive(seed, "weights", 0), connections, 0, sd);
        sign = new double[connections];
        gradient = new double[connections];
        noise = new double[connections];
        source = new int[connections];
        target = new int[connections];
        bias = new double[targets];
        biasGradient = new double[targets];
        for (int k = 0; k < connections; k++) {
            locate(k);
            if (keepsSigns) {
                weight[k] = sign[k] * Math.abs(weight[k]);
            }
        }
    }

    int connections() {
        return weight.length;
    }

    /** The place of connection {@code k}. */
    int place(int k) {
        return place[k];
    }

    /** (1) for a batch: {@code z} and {@code x} are [units][batch]. */
    void forward(double[] x, double[] z, int batch) {
        for (int j = 0; j < targets; j++) {
            Arrays.fill(z, j * batch, (j + 1) * batch, bias[j]);
        }
        for (int k = 0; k < weight.length; k++) {
            addScaled(weight[k], x, source[k] * batch, z, target[k] * batch, batch);
        }
    }

    /** (2) and, unless {@code back} is empty, (3) into it. */
    void backward(double[] x, double[] delta, double[] back, int batch) {
        for (int k = 0; k < weight.length; k++) {
            gradient[k] = product(x, source[k] * batch, delta, target[k] * batch, batch);
        }
        for (int j = 0; j < targets; j++) {
            double sum = 0;
            for (int b = 0; b < batch; b++) {
                sum += delta[j * batch + b];
            }
            biasGradient[j] = sum;
        }
        if (back.length > 0) {
            Arrays.fill(back, 0, sources * batch, 0);
            for (int k = 0; k < weight.length; k++) {
                addScaled(weight[k], delta, target[k] * batch, back, source[k] * batch, batch);
            }
        }
    }

    void moveBias(double rate) {
        for (int j = 0; j < targets; j++) {
            bias[j] -= rate * biasGradient[j];
        }
    }

    /** A normal variate for each connection in step {@code step}, times {@code scale}. */
    double[] noise(long step, double scale) {
        noiseStream.fill(noise, step, scale);
        return noise;
    }

    /** Moves connection {@code k} to an empty place, its own being one, and gives it weight 0. */
    void replace(int k, long step) {
        int empty = place.length - weight.length;
        int choice = below(empty + 1, Threefry.at(placeKey + (step >>> 32), k, (int) step));
        if (choice < empty) {
            int other = weight.length + choice;
            int left = place[k];
            place[k] = place[other];
            place[other] = left;
            locate(k);
        }
        weight[k] = 0;
    }

    /** Keeps the {@code kept} connections of greatest |w|, of equal ones the first. */
    void prune(int kept) {
        double[] sizes = Arrays.stream(weight).map(Math::abs).sorted().toArray();
        double least = sizes[sizes.length - kept];
        int above = (int) Arrays.stream(sizes).filter(size -> size > least).count();
        int equals = kept - above;
        int count = 0;
        for (int k = 0; k < weight.length; k++) {
            double size = Math.abs(weight[k]);
            if (size > least || (size == least && equals-- > 0)) {
                weight[count] = weight[k];
                int moved = place[count];
                place[count] = place[k];
                place[k] = moved;
                count++;
            }
        }
        weight = Arrays.copyOf(weight, kept);
        sign = new double[kept];
        gradient = new double[kept];
        noise = new double[kept];
        source = new int[kept];
        target = new int[kept];
        for (int k = 0; k < kept; k++) {
            locate(k);
        }
    }

    private void locate(int k) {
        source[k] = place[k] / targets;
        target[k] = place[k] % targets;
        sign[k] = Threefry.at(signKey, place[k], 0) < 0 ? -1 : 1;
    }

    private static void addScaled(
            double factor, double[] from, int fromAt, double[] to, int toAt, int count) {
        for (int b = 0; b < count; b++) {
            to[toAt + b] += factor * from[fromAt + b];
        }
    }

    private static double product(double[] x, int xAt, double[] y, int yAt, int count) {
        double sum = 0;
        for (int b = 0; b < count; b++) {
            sum += x[xAt + b] * y[yAt + b];
        }
        return sum;
    }

    /** The numbers 0 … {@code size} − 1 in random order. */
    static int[] permutation(int size, long key) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = below(i + 1, Threefry.at(key, i, 0));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** A number from 0 to {@code bound} − 1 from random words. */
    private static int below(int bound, long words) {
        return (int) (((words >>> 32) * bound) >>> 32);
    }
}
