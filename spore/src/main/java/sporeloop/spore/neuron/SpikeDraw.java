package sporeloop.spore.neuron;

/** Decides whether a neuron that could fire does, and for how long it then rests. */
public interface SpikeDraw {
    /** What follows belongs to {@code step}. */
    void begin(long step);

    /**
     * Number of spikes of a neuron in this step.
     *
     * @param probability that it fires at least once
     * @param expected number of spikes if there is no dead time
     */
    int spikes(int neuron, double probability, double expected);

    /** Steps after this one in which a neuron that fires now can't fire. */
    long deadTime(int neuron);
}
