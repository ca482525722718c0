package sporeloop.spore.plasticity;

/**
 * The state of a projection's plastic synapses, one field a symbol, all [block][256]: position k of
 * the {@link Layout} stands at [k / 256][k mod 256]. Blocks are arrays of their own, so that loops
 * over one have the same index on both sides, which is what the compiler vectorises.
 */
final class Synapses {
    /** θ, the synaptic parameter. */
    final double[][] theta;

    /** w, the weight; 0 while retracted. */
    final double[][] weight;

    /** e, the eligibility trace. */
    final double[][] eligibility;

    /** g, the reward gradient. */
    final double[][] gradient;

    /** What the rule keeps besides, [variable][block][256]. */
    final double[][][] own;

    /** All zero; {@code variables} is that of the rule. */
    Synapses(int blocks, int variables) {
        theta = new double[blocks][Layout.BLOCK];
        weight = new double[blocks][Layout.BLOCK];
        eligibility = new double[blocks][Layout.BLOCK];
        gradient = new double[blocks][Layout.BLOCK];
        own = new double[variables][blocks][Layout.BLOCK];
    }

    /** Number of the block of a position. */
    static int block(int position) {
        return position / Layout.BLOCK;
    }

    /** Place of a position in its block. */
    static int place(int position) {
        return position & Layout.BLOCK - 1;
    }
}
