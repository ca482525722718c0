package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.spore.Spikes;

/**
 * What stands between sensory and motor spikes: an agent, without its actor. Advanced one exchange
 * interval at a time; allocates nothing in the steady state. Not thread-safe.
 */
public interface Brain {
    /** Input neurons: all source populations in one index space. */
    int inputs();

    /** Read-out neurons: all read-out populations in one index space. */
    int outputs();

    /**
     * Advances by one interval.
     *
     * @param input sensory spikes, steps {@code 0 … steps − 1}, in any order; read only
     * @param reward held constant in the interval
     * @param output cleared, then filled with the spikes of the read-out neurons
     */
    void advance(int steps, Spikes input, double reward, Spikes output);

    /** Loses synapses, between two intervals; a brain that has none loses nothing. */
    default void lesion(SynapseLesion lesion) {}

    /** Names of what the agent says of itself in each row of a run, in snake_case. */
    List<String> telemetry();

    /** Fills in the telemetry's present values; {@code NaN} where there is none. */
    void telemetry(double[] into);

    /** Writes the state. */
    void save(DataOutput out) throws IOException;

    /** Takes up the state that {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
