package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.spore.Spikes;

/**
 * Turns the spikes that one population fired in an exchange interval into a command. Allocates
 * nothing. Not thread-safe.
 */
public interface Decoder {
    /**
     * Adds its part to the command.
     *
     * @param spikes spikes of all read-out populations in the interval; others' are ignored
     * @param firstNeuron index of this population's first neuron
     * @param command one number a channel, 0 before the first decoder; a decoder adds to the
     *     channels that are its own
     */
    void decode(Spikes spikes, int firstNeuron, double[] command);

    /** Writes the state: filters, random streams. */
    void save(DataOutput out) throws IOException;

    /** Takes up the state that {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
