package sporeloop.bridge.encoders;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.UniformStream;
import sporeloop.spore.Spikes;

/**
 * Spikes of many independent Poisson neurons at the cost of the spikes alone.
 * <pre>
 *   n ~ Poisson(h·Σ_j λ_j) in each step,  each spike's neuron j with probability λ_j / Σ λ          (1)
 * </pre>
 * which is the same law as a Poisson count of mean h·λ_j for each neuron and step (superposition). A
 * neuron may fire twice in a step. Counts are drawn by inversion; a step's mean beyond {@value
 * #LARGEST_MEAN} is drawn in parts, so that exp(−mean) keeps its precision.
 *
 * <p>{@code StrictMath} gives the same bits on every platform. Not thread-safe.
 */
final class PoissonSpikes {
    private static final double LARGEST_MEAN = 16;
    private static final double[] ONE_ROW = {1};

    private final UniformStream stream;

    PoissonSpikes(long seed) {
        stream = new UniformStream(seed);
    }

    /**
     * Adds spikes of neurons whose rates are proportional to products of two factors.
     *
     * @param steps steps of the interval
     * @param mean expected spikes of all neurons in one step [1]
     * @param columns cumulative sums of the first factor, neuron {@code row * columns.length + column}
     * @param rows cumulative sums of the second factor
     */
    void add(int steps, double mean, double[] columns, double[] rows, Spikes out, int firstNeuron) {
        if (!(mean > 0)) {
            return;
        }
        int parts = (int) Math.ceil(mean / LARGEST_MEAN);
        double part = mean / parts;
        double none = StrictMath.exp(-part);
        for (int step = 0; step < steps; step++) {
            for (int n = count(parts, part, none); n > 0; n--) {
                int row = rows.length == 1 ? 0 : draw(rows);
                out.add(step, firstNeuron + row * columns.length + draw(columns)); // (1)
            }
        }
    }

    /** Adds spikes of neurons whose rates are given by their cumulative sums. */
    void add(int steps, double mean, double[] cumulative, Spikes out, int firstNeuron) {
        add(steps, mean, cumulative, ONE_ROW, out, firstNeuron);
    }

    /** A Poisson count of mean {@code parts · mean}; {@code none} = exp(−mean). */
    private int count(int parts, double mean, double none) {
        int total = 0;
        for (int part = 0; part < parts; part++) {
            double u = stream.uniform();
            double probability = none;
            int n = 0;
            // The sum of all terms may round to just below 1, hence the second condition.
            while (u >= probability && probability > 0) {
                u -= probability;
                probability *= mean / ++n;
            }
            total += n;
        }
        return total;
    }

    /** An index with probability proportional to the increments of {@code cumulative}. */
    private int draw(double[] cumulative) {
        int last = cumulative.length - 1;
        double u = stream.uniform() * cumulative[last];
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (u < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void save(DataOutput out) throws IOException {
        stream.save(out);
    }

    void restore(DataInput in) throws IOException {
        stream.restore(in);
    }
}
