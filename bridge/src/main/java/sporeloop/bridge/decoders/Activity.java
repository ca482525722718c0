package sporeloop.bridge.decoders;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Grid;
import sporeloop.spore.Spikes;

/**
 * Filtered activity of each neuron of a population, in spikes, at the end of an interval of N steps.
 * <pre>
 *   exponential   a_j ← a_j·d^N + Σ_spikes d^(N−1−s),   d = exp(−h/τ)                          (1)
 *   window        a_j = spikes in the last W steps                                             (2)
 *   none          a_j = spikes in the interval                                                 (3)
 * </pre>
 * with s the spike's step. At a constant rate λ the means are about λτ, λ·W·h and λ·N·h.
 */
final class Activity {
    final double[] value;

    private final Filter filter;
    private final int steps;
    private final double[] fading;
    private final double decay;

    /** Counts of the last W steps, [step mod W][neuron]; empty but for a window. */
    private final int[] counts;

    private int now;

    Activity(Filter filter, double time, int neurons, Grid grid) {
        this.filter = filter;
        steps = grid.exchange();
        value = new double[neurons];
        double d = StrictMath.exp(-grid.step() / time);
        fading = new double[steps];
        double power = 1;
        for (int step = steps - 1; step >= 0; step--) {
            fading[step] = filter == Filter.EXPONENTIAL ? power : 1;
            power *= d;
        }
        decay = filter == Filter.EXPONENTIAL ? power : 0;
        int window =
                filter == Filter.WINDOW ? (int) Grid.steps("filter-time", time, grid.step()) : 0;
        counts = new int[window * neurons];
    }

    /** Takes in the spikes of one interval; those of other populations are ignored. */
    void take(Spikes spikes, int firstNeuron) {
        if (filter == Filter.WINDOW) {
            slide(spikes, firstNeuron);
            return;
        }
        for (int j = 0; j < value.length; j++) {
            value[j] *= decay;
        }
        for (int k = 0; k < spikes.size(); k++) {
            int j = spikes.neuron(k) - firstNeuron;
            if (j >= 0 && j < value.length) {
                value[j] += fading[spikes.step(k)]; // (1), (3)
            }
        }
    }

    /** (2): forgets what leaves the window, step by step, and counts what enters it. */
    private void slide(Spikes spikes, int firstNeuron) {
        int neurons = value.length;
        int window = counts.length / neurons;
        int first = Math.max(0, steps - window);
        for (int step = first; step < steps; step++) {
            int row = (now + step) % window * neurons;
            for (int j = 0; j < neurons; j++) {
                value[j] -= counts[row + j];
                counts[row + j] = 0;
            }
        }
        for (int k = 0; k < spikes.size(); k++) {
            int j = spikes.neuron(k) - firstNeuron;
            if (j >= 0 && j < neurons && spikes.step(k) >= first) {
                counts[(now + spikes.step(k)) % window * neurons + j]++;
                value[j]++;
            }
        }
        now = (now + steps) % window;
    }

    void save(DataOutput out) throws IOException {
        for (double activity : value) {
            out.writeDouble(activity);
        }
        for (int count : counts) {
            out.writeInt(count);
        }
        out.writeInt(now);
    }

    void restore(DataInput in) throws IOException {
        for (int j = 0; j < value.length; j++) {
            value[j] = in.readDouble();
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readInt();
        }
        now = in.readInt();
    }
}
