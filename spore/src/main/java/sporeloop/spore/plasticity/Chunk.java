package sporeloop.spore.plasticity;

/**
 * Up to {@link #SIZE} synapses side by side: what a {@link PlasticityRule} and a {@link Rewiring}
 * work on. All arrays are [{@link #SIZE}], of which the first {@link #count} are in use; index n
 * means the same synapse in each, so that loops over them become vector instructions.
 */
public final class Chunk {
    /** Most synapses in a chunk. */
    public static final int SIZE = Layout.BLOCK;

    /** Synapses in use. */
    public int count;

    /** θ. */
    public double[] theta = new double[0];

    /** w. */
    public double[] weight = new double[0];

    /** e. */
    public double[] eligibility = new double[0];

    /** g. */
    public double[] gradient = new double[0];

    /**
     * What the rule keeps of each synapse besides, [{@link PlasticityRule#variables}][{@link #SIZE}]:
     * 0 at first and when learning is switched off, and part of what is saved.
     */
    public double[][] own = new double[0][];

    /** Normal variates; a rule may ask for them by {@link NoiseStream}. */
    public final double[] noise = new double[SIZE];

    /** Set by a rule that knows that no θ of the chunk is below 0 after it; false otherwise. */
    public boolean nonNegative;

    /** Those that are off after a rewiring, rising; of these {@link #offCount} are in use. */
    public final int[] off = new int[SIZE];

    /** Number of synapses that are off after a rewiring. */
    public int offCount;

    /** Those that were off before. */
    final int[] wasOff = new int[SIZE];

    int wasOffCount;

    /** Those of a whole one that are asleep, and their θ. */
    final int[] asleep = new int[SIZE];

    final double[] asleepTheta = new double[SIZE];
    int asleepCount;

    /** Whether these are the first synapses of a block; else some of a {@link Pack}. */
    boolean whole;

    /** The block that this is, of all or of the pack. */
    int block;

    /** Position of each packed one, and its pair, counted in its shard. */
    int[] position = new int[0];

    int[] pair = new int[0];

    final double[] scratch = new double[SIZE];
    final int[] word0 = new int[SIZE];
    final int[] word1 = new int[SIZE];

    /** An empty chunk. */
    Chunk() {}

    /** Makes this a window onto the first {@code count} synapses of a block. */
    void show(Synapses synapses, int number, int synapsesInUse) {
        whole = true;
        block = number;
        count = synapsesInUse;
        theta = synapses.theta[number];
        weight = synapses.weight[number];
        eligibility = synapses.eligibility[number];
        gradient = synapses.gradient[number];
        show(synapses.own, number);
    }

    /** Makes the rule's own numbers those of a block. */
    void show(double[][][] variables, int number) {
        if (own.length != variables.length) {
            own = new double[variables.length][];
        }
        for (int v = 0; v < variables.length; v++) {
            own[v] = variables[v][number];
        }
    }

    /** Position of synapse {@code n}. */
    int position(int n) {
        return whole ? SIZE * block + n : position[n];
    }
}
