package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The synapses of a projection that rest, and when each is to wake. {@link Rest} is their law.
 *
 * <p>Shards may be worked on at the same time.
 */
final class Rests {
    private static final int NONE = -1;

    private final Rest law;
    private final NoiseStream noise;
    private final Synapses synapses;

    /** First position that is to wake at update u, in slot u mod epoch, [shard][slot]. */
    private final int[][] slots;

    /** The next position that wakes at the same update, and the last update before the rest. */
    private final int[] next;

    private final int[] since;

    Rests(Rest law, NoiseStream noise, Synapses synapses, int shards) {
        this.law = law;
        this.noise = noise;
        this.synapses = synapses;
        slots = new int[shards][Rest.EPOCH];
        for (int[] slot : slots) {
            Arrays.fill(slot, NONE);
        }
        next = new int[synapses.theta.length * Layout.BLOCK];
        since = new int[next.length];
    }

    /** Takes β and T of update number {@code update}, once, in order. */
    void schedule(long update, double learningRate, double temperature) {
        law.schedule(update, learningRate, temperature);
    }

    /** Takes over the course of β and T of others. */
    void takeOver(Rests others) {
        law.takeOver(others.law);
    }

    /**
     * Lets a synapse with parameter {@code theta}, which is then to be written home, rest after
     * {@code update} if it may, and tells whether it does.
     */
    boolean offer(Shard shard, int position, double theta, long update) {
        int length = law.length(theta, update);
        if (length == 0) {
            return false;
        }
        since[position] = (int) update;
        shard.putAside(position);
        int[] slot = slots[shard.number];
        int until = slot(update + length + 1);
        next[position] = slot[until];
        slot[until] = position;
        return true;
    }

    /** Wakes those synapses that take part in {@code update} again. */
    void wakeDue(Shard shard, long update) {
        wake(shard, slot(update), update - 1);
    }

    /** Ends all rests, bringing θ to what it is after {@code update}. */
    void wakeAll(Shard shard, long update) {
        for (int slot = 0; slot < Rest.EPOCH; slot++) {
            wake(shard, slot, update);
        }
    }

    private void wake(Shard shard, int slot, long update) {
        int[] first = slots[shard.number];
        int position = first[slot];
        first[slot] = NONE;
        while (position != NONE) {
            int following = next[position];
            synapses.theta[Synapses.block(position)][Synapses.place(position)] =
                    theta(position, update);
            shard.wake(position);
            position = following;
        }
    }

    /** θ of a resting synapse after update {@code update}, by the law of its rest. */
    double theta(int position, long update) {
        long began = update - ((int) update - since[position]);
        return law.after(before(position), began, update, noise.at(position, began));
    }

    private double before(int position) {
        return synapses.theta[Synapses.block(position)][Synapses.place(position)];
    }

    private static int slot(long update) {
        return (int) (update & Rest.EPOCH - 1);
    }

    void save(DataOutput out, long update) throws IOException {
        for (int[] first : slots) {
            for (int slot = 0; slot < Rest.EPOCH; slot++) {
                for (int k = first[slot]; k != NONE; k = next[k]) {
                    out.writeInt(k);
                    out.writeInt(slot);
                    out.writeInt(since[k]);
                }
            }
            out.writeInt(NONE);
        }
        law.save(out, update);
    }

    void restore(DataInput in, Shard[] shards, long update) throws IOException {
        for (Shard shard : shards) {
            restore(in, shard, update);
        }
        law.restore(in, update);
    }

    private void restore(DataInput in, Shard shard, long update) throws IOException {
        BitSet resting = new BitSet();
        int[] first = slots[shard.number];
        Arrays.fill(first, NONE);
        int last = NONE;
        int lastSlot = NONE;
        for (int k = in.readInt(); k != NONE; k = in.readInt()) {
            int slot = in.readInt();
            if (k < 0 || !shard.holds(k) || slot < 0 || slot >= Rest.EPOCH) {
                throw new IOException("a resting synapse out of range: " + k);
            }
            since[k] = in.readInt();
            int age = (int) update - since[k];
            if (age < 0 || age > (update & Rest.EPOCH - 1) || resting.get(k)) {
                throw new IOException("synapse " + k + " has rested for " + age + " updates");
            }
            resting.set(k);
            next[k] = NONE;
            if (slot == lastSlot) { // in the order in which they were chained
                next[last] = k;
            } else {
                first[slot] = k;
            }
            last = k;
            lastSlot = slot;
        }
    }
}
