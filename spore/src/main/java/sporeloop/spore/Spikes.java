package sporeloop.spore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The spikes of one interval: parallel arrays of step and neuron, in the order in which they were
 * added. A neuron may stand several times in one step. A reused buffer: it grows when it must and
 * never shrinks, so that the steady state allocates nothing.
 *
 * <p>Not thread-safe; ownership passes with the message that carries it.
 */
public final class Spikes {
    private int[] steps;
    private int[] neurons;
    private int size;

    /** An empty buffer with room for {@code capacity} spikes before it first grows. */
    public Spikes(int capacity) {
        steps = new int[capacity];
        neurons = new int[capacity];
    }

    /** Number of spikes. */
    public int size() {
        return size;
    }

    /** Step of spike {@code k}, counted from the interval's first: 0 ≤ step &lt; steps of the interval. */
    public int step(int k) {
        return steps[k];
    }

    /** Index of the neuron of spike {@code k}. */
    public int neuron(int k) {
        return neurons[k];
    }

    /** Adds a spike of {@code neuron} at {@code step} of the interval. */
    public void add(int step, int neuron) {
        if (size == steps.length) {
            int capacity = Math.max(16, 2 * size);
            steps = Arrays.copyOf(steps, capacity);
            neurons = Arrays.copyOf(neurons, capacity);
        }
        steps[size] = step;
        neurons[size++] = neuron;
    }

    /** Removes all spikes and keeps the room. */
    public void clear() {
        size = 0;
    }

    /** Adds all spikes of {@code other}. */
    public void addAll(Spikes other) {
        for (int k = 0; k < other.size; k++) {
            add(other.steps[k], other.neurons[k]);
        }
    }

    /** Writes the spikes. */
    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int k = 0; k < size; k++) {
            out.writeInt(steps[k]);
            out.writeInt(neurons[k]);
        }
    }

    /** Replaces the spikes by those that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        clear();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            add(in.readInt(), in.readInt());
        }
    }
}
