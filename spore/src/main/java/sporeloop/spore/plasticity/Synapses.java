package sporeloop.spore.plasticity;

import sporeloop.spore.connectivity.Pairs;

/** The state of a projection's plastic synapses, one array a symbol, all [synapses]. */
public final class Synapses {
    /** θ, the synaptic parameter. */
    public final double[] theta;

    /** w, the weight; 0 while retracted. */
    public final double[] weight;

    /** e, the eligibility trace. */
    public final double[] eligibility;

    /** g, the reward gradient. */
    public final double[] gradient;

    /** The pair each synapse belongs to. */
    public final int[] pair;

    /** Synapses of these pairs, all arrays zero. */
    public Synapses(Pairs pairs) {
        int count = pairs.synapses();
        theta = new double[count];
        weight = new double[count];
        eligibility = new double[count];
        gradient = new double[count];
        pair = new int[count];
        for (int p = 0; p < pairs.count(); p++) {
            for (int k = pairs.first[p]; k < pairs.first[p + 1]; k++) {
                pair[k] = p;
            }
        }
    }

    /** Number of synapses. */
    public int count() {
        return theta.length;
    }
}
