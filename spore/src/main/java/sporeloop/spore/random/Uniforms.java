package sporeloop.spore.random;

/**
 * One uniform number in (0, 1) for each neuron and step, 52 bits each. Numbers are made some steps
 * ahead, in blocks; that store is no state, since each number is a function of seed, neuron, step.
 *
 * <p>Not thread-safe.
 */
public final class Uniforms {
    private static final int BLOCK = 1024;

    /** Bits of 1, and those that lead from 1 to just below 2. */
    private static final long ONE = 0x3FF0000000000000L;

    private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

    /** 1 less half of the distance of two numbers between 1 and 2, so that 0 and 1 never come. */
    private static final double LESS = 1 - 0x1p-53;

    private final long key;
    private final int size;
    private final int stepsAhead;
    private final int[] high;
    private final int[] low;
    private long firstStep = Long.MIN_VALUE;
    private int base;

    /** For neurons 0 ≤ j &lt; {@code size}. */
    public Uniforms(long seed, int size) {
        key = seed;
        this.size = size;
        stepsAhead = Math.max(1, BLOCK / size);
        high = new int[stepsAhead * size];
        low = new int[stepsAhead * size];
    }

    /** Makes {@link #of} speak of {@code step}. */
    public void moveTo(long step) {
        if (step < firstStep || step >= firstStep + stepsAhead) {
            fill(step);
        }
        base = (int) (step - firstStep) * size;
    }

    /** The number of {@code neuron} in the step moved to. */
    public double of(int neuron) {
        int at = base + neuron;
        long mantissa = ((long) high[at] << 20) ^ (low[at] & 0xFFFFFFFFL);
        return Double.longBitsToDouble(ONE | (mantissa & MANTISSA)) - LESS;
    }

    private void fill(long step) {
        firstStep = step;
        for (int s = 0; s < stepsAhead; s++) {
            for (int j = 0; j < size; j++) {
                high[s * size + j] = j;
                low[s * size + j] = (int) (step + s);
            }
        }
        long era = step >>> 32;
        if (era == (step + stepsAhead) >>> 32) {
            Threefry.block(key + era, high, low, stepsAhead * size);
            return;
        }
        for (int s = 0; s < stepsAhead; s++) { // a block that straddles two eras of 2³² steps
            for (int j = 0; j < size; j++) {
                long words = Threefry.at(key + ((step + s) >>> 32), j, (int) (step + s));
                high[s * size + j] = (int) (words >>> 32);
                low[s * size + j] = (int) words;
            }
        }
    }
}
