package sporeloop.spore.network;

import java.util.Arrays;
import sporeloop.spore.Spikes;

/** The order of an interval's spikes by step; those of one step keep the order they came in. */
final class InputOrder {
    private int[] first = new int[2];
    private int[] spike = new int[16];

    /**
     * Orders the spikes.
     *
     * @throws IllegalArgumentException if a spike's step or neuron is out of range
     */
    void sort(Spikes spikes, int steps, int neurons) {
        if (first.length < steps + 2) {
            first = new int[steps + 2];
        }
        if (spike.length < spikes.size()) {
            spike = new int[2 * spikes.size()];
        }
        Arrays.fill(first, 0, steps + 2, 0);
        for (int n = 0; n < spikes.size(); n++) {
            check("step", spikes.step(n), steps);
            check("neuron", spikes.neuron(n), neurons);
            first[spikes.step(n) + 2]++;
        }
        for (int s = 2; s <= steps + 1; s++) {
            first[s] += first[s - 1];
        }
        for (int n = 0; n < spikes.size(); n++) {
            spike[first[spikes.step(n) + 1]++] = n;
        }
    }

    /** Position of the first spike of step {@code s}. */
    int first(int s) {
        return first[s];
    }

    /** Number, in its buffer, of the spike at position {@code n}. */
    int spike(int n) {
        return spike[n];
    }

    private static void check(String what, int value, int bound) {
        if (value < 0 || value >= bound) {
            throw new IllegalArgumentException(
                    "an input spike has "
                            + what
                            + " "
                            + value
                            + ", but must be in [0, "
                            + bound
                            + ")");
        }
    }
}
