package sporeloop.spore.plasticity;

/**
 * What happens to the synaptic parameters at a weight update. A rule is called once for a chunk of
 * synapses, never for one at a time, and chunks may come in any order and from several threads: so
 * it keeps no state but what it was made with.
 */
public interface PlasticityRule {

    /**
     * Moves θ (and g, if the rule has noise on it) of the chunk's synapses and sets w to the weight
     * that θ means, whatever its sign; what a negative θ does is the rewiring's business.
     *
     * @param update number of the update, counted from the network's beginning
     * @param learningRate β by its schedule [1/ms]
     * @param temperature T by its schedule
     */
    void update(Chunk chunk, long update, double learningRate, double temperature);

    /** How many numbers of its own the rule keeps of each synapse, in {@link Chunk#own}. */
    default int variables() {
        return 0;
    }
}
