package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.environments.Sensation;
import sporeloop.spore.Spikes;

/**
 * Turns what the body sensed in one exchange interval into the spikes of one source population.
 * Allocates nothing in the steady state. Not thread-safe.
 */
public interface Encoder {
    /** Neurons of the source population. */
    int size();

    /** Neurons of a row when the population is drawn as a picture, row by row from the top. */
    default int columns() {
        return size();
    }

    /**
     * Adds the spikes of one interval, in the order of their steps.
     *
     * @param sensed what the body sensed; read only
     * @param steps steps of the interval; spikes are stamped {@code 0 … steps − 1}
     * @param out takes the spikes, beside what other encoders added
     * @param firstNeuron index of this population's first neuron
     */
    void encode(Sensation sensed, int steps, Spikes out, int firstNeuron);

    /** Writes the state: random streams, what is still to come. */
    void save(DataOutput out) throws IOException;

    /** Takes up the state that {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
