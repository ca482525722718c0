package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sporeloop.spore.connectivity.Pairs;

/**
 * A run of whole rows (presynaptic neurons) of a projection: the part of its work that one worker
 * does at a time. Knows which of its synapses are awake, and when the others are to wake.
 *
 * <p>Where shards begin depends on the projection alone, not on the workers.
 */
final class Shard {
    private static final int SYNAPSES = 8192;
    private static final int NONE = -1;

    final int firstPre;
    final int lastPre;
    final int firstPair;
    final int lastPair;
    final int firstSynapse;
    final int lastSynapse;

    /** A multiple of the block size: the synapse of the first bit. */
    private final int origin;

    /** A bit for each synapse that takes part in updates. */
    private final long[] awake;

    /** First synapse that is to wake at update u, in slot u mod epoch; the rest are chained. */
    private final int[] slots;

    private int active;

    private Shard(Pairs pairs, int from, int to, boolean rests) {
        firstPre = from;
        lastPre = to;
        firstPair = pairs.row[from];
        lastPair = pairs.row[to];
        firstSynapse = pairs.first[firstPair];
        lastSynapse = pairs.first[lastPair];
        origin = firstSynapse & -Chunk.SIZE;
        awake = new long[(lastSynapse - origin + 63) / 64];
        slots = new int[rests ? Rest.EPOCH : 0];
        Arrays.fill(slots, NONE);
        for (int k = firstSynapse; k < lastSynapse; k++) {
            wake(k);
        }
    }

    /** Cuts a projection into shards. */
    static Shard[] cut(Pairs pairs, boolean rests) {
        List<Shard> shards = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < pairs.pres; i++) {
            int synapses = pairs.first[pairs.row[i + 1]] - pairs.first[pairs.row[from]];
            if (synapses >= SYNAPSES || i == pairs.pres - 1) {
                shards.add(new Shard(pairs, from, i + 1, rests));
                from = i + 1;
            }
        }
        return shards.toArray(Shard[]::new);
    }

    void wake(int k) {
        int n = k - origin;
        awake[n >> 6] |= 1L << n;
    }

    /** Takes a synapse out of the updates for good. */
    void remove(int k) {
        int n = k - origin;
        awake[n >> 6] &= ~(1L << n);
    }

    boolean sleeps(int k) {
        int n = k - origin;
        return (awake[n >> 6] & 1L << n) == 0;
    }

    /** Lets a synapse rest until update {@code until}; {@code next} chains those of one slot. */
    void rest(int k, long until, int[] next) {
        remove(k);
        int slot = (int) (until & Rest.EPOCH - 1);
        next[k] = slots[slot];
        slots[slot] = k;
    }

    /** The first synapse that wakes at {@code update}, or −1; the slot is empty afterwards. */
    int takeSlot(long update) {
        if (slots.length == 0) {
            return NONE;
        }
        int slot = (int) (update & Rest.EPOCH - 1);
        int first = slots[slot];
        slots[slot] = NONE;
        return first;
    }

    /**
     * Fills the chunk with the numbers of the next synapses that are awake.
     *
     * @param from first synapse to look at
     * @return the first synapse not looked at
     */
    int fill(Chunk chunk, int from) {
        int n = from - origin;
        chunk.block = fullBlock(n);
        if (chunk.block) {
            for (int b = 0; b < Chunk.SIZE; b++) {
                chunk.index[b] = from + b;
            }
            chunk.count = Chunk.SIZE;
            return from + Chunk.SIZE;
        }
        int count = 0;
        int end = lastSynapse - origin;
        while (n < end && count < Chunk.SIZE) {
            long word = awake[n >> 6] >>> n;
            if (word == 0) {
                n = (n | 63) + 1;
                if (fullBlock(n)) {
                    break;
                }
            } else {
                n += Long.numberOfTrailingZeros(word);
                chunk.index[count++] = origin + n++;
                if (fullBlock(n)) {
                    break;
                }
            }
        }
        chunk.count = count;
        return origin + Math.min(n, end);
    }

    /** Whether bit {@code n} begins a block of synapses that are all awake. */
    private boolean fullBlock(int n) {
        int word = n >> 6;
        return (n & Chunk.SIZE - 1) == 0
                && word + 3 < awake.length
                && (awake[word] & awake[word + 1] & awake[word + 2] & awake[word + 3]) == -1L;
    }

    /** Synapses that are not retracted. */
    int active() {
        return active;
    }

    void setActive(int count) {
        active = count;
    }

    void save(DataOutput out, int[] next, int[] since) throws IOException {
        for (long word : awake) {
            out.writeLong(word);
        }
        for (int slot = 0; slot < slots.length; slot++) {
            for (int k = slots[slot]; k != NONE; k = next[k]) {
                out.writeInt(k);
                out.writeInt(slot);
                out.writeInt(since[k]);
            }
        }
        out.writeInt(NONE);
    }

    void restore(DataInput in, int[] next, int[] since) throws IOException {
        for (int n = 0; n < awake.length; n++) {
            awake[n] = in.readLong();
        }
        Arrays.fill(slots, NONE);
        int last = NONE;
        int lastSlot = NONE;
        for (int k = in.readInt(); k != NONE; k = in.readInt()) {
            int slot = in.readInt();
            if (k < firstSynapse || k >= lastSynapse || slot < 0 || slot >= slots.length) {
                throw new IOException("a resting synapse out of range: " + k);
            }
            since[k] = in.readInt();
            next[k] = NONE;
            if (slot == lastSlot) { // in the order in which they were chained
                next[last] = k;
            } else {
                slots[slot] = k;
            }
            last = k;
            lastSlot = slot;
        }
    }
}
