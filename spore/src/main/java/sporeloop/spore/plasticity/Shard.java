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

    private final Synapses home;
    private final int firstBlock;

    /** First pair of each block, counted in the shard; of the surplus, each synapse's. */
    private final int[] blockPair;

    private final int[] surplusPairs;

    /** Blocks whose awake synapses are in the pack. */
    private final boolean[] packed;

    final Pack pack;

    /** A bit for each position that takes part in updates. */
    private final long[] awake;

    /** Whether a block of which all synapses are awake had some that were off. */
    private final boolean[] mixed;

    private int active;

    /** Shard {@code number} of a layout, all of its synapses awake. */
    Shard(Layout layout, int number, Synapses home) {
        this.number = number;
        this.home = home;
        pack = new Pack(home.own.length);
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
        packed = new boolean[mixed.length];
        blockPair = new int[mixed.length];
        for (int group = firstGroup; group < lastGroup; group++) {
            for (int lane = 0; lane < layout.lanes(group); lane++) {
                int block = layout.block(group) + lane;
                blockPair[block - firstBlock] = layout.pair(group) - firstPair;
                wakeFirst(block, layout.pair(group + 1) - layout.pair(group));
            }
        }
        wakeFirst(firstSurplus, surplusPairs.length);
        for (int n = 0; n < surplusPairs.length; n++) {
            packed[(firstSurplus - firstBlock) + n / Layout.BLOCK] = true;
            pack.add(home, Layout.BLOCK * firstSurplus + n, surplusPairs[n]);
        }
    }

    private void wakeFirst(int block, int count) {
        for (int position = Layout.BLOCK * block; count > 0; position++, count--) {
            awake[(position >> 6) - WORDS * firstBlock] |= 1L << position;
        }
    }

    /** Pair of a position, counted in the shard. */
    int pair(int position) {
        int block = Synapses.block(position);
        return block >= firstSurplus
                ? surplusPairs[position - Layout.BLOCK * firstSurplus]
                : blockPair[block - firstBlock] + Synapses.place(position);
    }

    /** Whether the awake synapses of a block are in the pack. */
    boolean isPacked(int block) {
        return packed[block - firstBlock];
    }

    /** Takes the awake synapses of a block into the pack. */
    void pack(int block, int[] places) {
        packed[block - firstBlock] = true;
        int count = awake(block, places);
        for (int n = 0; n < count; n++) {
            int position = Layout.BLOCK * block + places[n];
            pack.add(home, position, pair(position));
        }
    }

    /** Sends the synapses of a block back to where they stand. */
    void unpack(int block) {
        packed[block - firstBlock] = false;
        setMixed(block, true);
        pack.sendHome(home, block);
    }

    /** Whether this shard's positions hold {@code position}. */
    boolean holds(int position) {
        int word = (position >> 6) - WORDS * firstBlock;
        return word >= 0 && word < awake.length;
    }

    /** Lets a synapse take part in updates again, with the values that it has at home. */
    void wake(int position) {
        int block = Synapses.block(position);
        setMixed(block, true);
        if (packed[block - firstBlock]) {
            pack.add(home, position, pair(position));
        }
        awake[(position >> 6) - WORDS * firstBlock] |= 1L << position;
    }

    /** Takes a synapse out of the updates; from the pack it is to be removed besides. */
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
        for (boolean each : packed) {
            out.writeBoolean(each);
        }
        pack.save(out);
        turnover.save(out);
    }

    void restore(DataInput in) throws IOException {
        for (int n = 0; n < awake.length; n++) {
            awake[n] = in.readLong();
        }
        for (int n = 0; n < packed.length; n++) {
            packed[n] = in.readBoolean();
        }
        pack.restore(in, home, this);
        Arrays.fill(mixed, true);
        turnover.restore(in);
    }
}
