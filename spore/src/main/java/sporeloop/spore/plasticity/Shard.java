package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Some whole rows (presynaptic neurons) of a projection: the part of its work that one worker does
 * at a time. Knows which of its synapses are awake, that is take part in updates.
 */
final class Shard {
    /** Words of a block's bits. */
    private static final int WORDS = Layout.BLOCK / Long.SIZE;

    final int number;
    final int firstRow;
    final int lastRow;
    final int firstGroup;
    final int lastGroup;
    final int firstPair;
    final int lastPair;

    /** First block of the surplus, and the end of all blocks. */
    final int firstSurplus;

    final int lastBlock;
    final Turnover turnover;

    private final int firstBlock;

    /** Pair of each surplus synapse, counted in the shard. */
    private final int[] surplusPairs;

    /** A bit for each position that takes part in updates. */
    private final long[] awake;

    /** Whether a block of which all synapses are awake had some that were off. */
    private final boolean[] mixed;

    private int active;

    /** Shard {@code number} of a layout, all of its synapses awake. */
    Shard(Layout layout, int number) {
        this.number = number;
        firstRow = layout.row(number);
        lastRow = layout.row(number + 1);
        firstGroup = layout.group(number);
        lastGroup = layout.group(number + 1);
        firstPair = layout.pair(firstGroup);
        lastPair = layout.pair(lastGroup);
        firstBlock = layout.firstBlock(number);
        firstSurplus = layout.surplus(number);
        lastBlock = layout.firstBlock(number + 1);
        surplusPairs = layout.pairsOfSurplus(number);
        awake = new long[WORDS * (lastBlock - firstBlock)];
        mixed = new boolean[awake.length / WORDS];
        Arrays.fill(mixed, true);
        turnover = new Turnover();
        for (int group = firstGroup; group < lastGroup; group++) {
            for (int lane = 0; lane < layout.lanes(group); lane++) {
                int size = layout.pair(group + 1) - layout.pair(group);
                wakeFirst(layout.block(group) + lane, size);
            }
        }
        wakeFirst(firstSurplus, surplusPairs.length);
    }

    private void wakeFirst(int block, int count) {
        for (int n = 0; n < count; n++) {
            wake(Layout.BLOCK * block + n);
        }
    }

    /** Pair of a surplus synapse, counted in the shard. */
    int surplusPair(int position) {
        return surplusPairs[position - Layout.BLOCK * firstSurplus];
    }

    /** Whether this shard's positions hold {@code position}. */
    boolean holds(int position) {
        int word = (position >> 6) - WORDS * firstBlock;
        return word >= 0 && word < awake.length;
    }

    void wake(int position) {
        setMixed(Synapses.block(position), true);
        awake[(position >> 6) - WORDS * firstBlock] |= 1L << position;
    }

    /** Takes a synapse out of the updates. */
    void putAside(int position) {
        awake[(position >> 6) - WORDS * firstBlock] &= ~(1L << position);
    }

    boolean isAwake(int position) {
        return (awake[(position >> 6) - WORDS * firstBlock] & 1L << position) != 0;
    }

    /** Number of synapses of a block that are awake. */
    int awake(int block) {
        int at = WORDS * (block - firstBlock);
        return Long.bitCount(awake[at])
                + Long.bitCount(awake[at + 1])
                + Long.bitCount(awake[at + 2])
                + Long.bitCount(awake[at + 3]);
    }

    /**
     * Writes the places of a block's synapses that are awake.
     *
     * @return their number
     */
    int awake(int block, int[] places) {
        int at = WORDS * (block - firstBlock);
        int count = 0;
        for (int w = 0; w < WORDS; w++) {
            for (long bits = awake[at + w]; bits != 0; bits &= bits - 1) {
                places[count++] = Long.SIZE * w + Long.numberOfTrailingZeros(bits);
            }
        }
        return count;
    }

    /** Whether some synapse of a block may have been off. */
    boolean isMixed(int block) {
        return mixed[block - firstBlock];
    }

    void setMixed(int block, boolean value) {
        mixed[block - firstBlock] = value;
    }

    /** Synapses that are not retracted. */
    int active() {
        return active;
    }

    void setActive(int count) {
        active = count;
    }

    void save(DataOutput out) throws IOException {
        for (long word : awake) {
            out.writeLong(word);
        }
        turnover.save(out);
    }

    void restore(DataInput in) throws IOException {
        for (int n = 0; n < awake.length; n++) {
            awake[n] = in.readLong();
        }
        Arrays.fill(mixed, true);
        turnover.restore(in);
    }
}
