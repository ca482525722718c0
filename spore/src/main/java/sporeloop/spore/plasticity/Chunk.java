package sporeloop.spore.plasticity;

/**
 * A few hundred synapses laid side by side in arrays that fit the first-level cache: what a {@link
 * PlasticityRule} works on. All arrays are [{@link #SIZE}], of which the first {@link #count} are in
 * use; index n means the same synapse in each, so that loops over them become vector instructions.
 */
public final class Chunk {
    /** Most synapses in a chunk. */
    public static final int SIZE = 256;

    /** Synapses in use. */
    public int count;

    /** Number of each synapse in its projection, rising. */
    public final int[] index = new int[SIZE];

    /** θ. */
    public final double[] theta = new double[SIZE];

    /** w. */
    public final double[] weight = new double[SIZE];

    /** e. */
    public final double[] eligibility = new double[SIZE];

    /** g. */
    public final double[] gradient = new double[SIZE];

    /** Normal variates; a rule may ask for them by {@link NoiseStream}. */
    public final double[] noise = new double[SIZE];

    /** Whether these are synapses 256·b … 256·b + 255, all of them. */
    boolean block;

    final int[] pair = new int[SIZE];
    final double[] forEligibility = new double[SIZE];
    final double[] forGradient = new double[SIZE];
    final double[] forTheta = new double[SIZE];
    final int[] word0 = new int[SIZE];
    final int[] word1 = new int[SIZE];
}
