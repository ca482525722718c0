package sporeloop.spore.plasticity;

/**
 * A run of whole rows (presynaptic neurons) of a projection: the part of its work that one worker
 * does at a time. Where the shards begin depends on the projection alone, not on the workers.
 *
 * @param firstPre first presynaptic neuron
 * @param lastPre the one after the last
 * @param firstPair first pair
 * @param lastPair the one after the last
 * @param firstSynapse first synapse
 * @param lastSynapse the one after the last
 */
record Shard(
        int firstPre,
        int lastPre,
        int firstPair,
        int lastPair,
        int firstSynapse,
        int lastSynapse) {}
