package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Awake synapses of a shard from blocks where most are asleep, packed together: [block][256] in
 * whatever order they came, so that a pass over them need not look for them. While a synapse is
 * here, its values in {@link Synapses}, its home, are those of the last {@link #writeHome}.
 */
final class Pack {
    private double[][] theta = new double[0][];
    private double[][] weight = new double[0][];
    private double[][] eligibility = new double[0][];
    private double[][] gradient = new double[0][];
    private final double[][][] own;
    private int[][] position = new int[0][];
    private int[][] pair = new int[0][];
    private int count;

    /** An empty one; {@code variables} is that of the rule. */
    Pack(int variables) {
        own = new double[variables][0][];
    }

    /** Number of synapses. */
    int count() {
        return count;
    }

    /** Makes {@code chunk} a window onto the synapses from {@code slot} on, a multiple of 256. */
    void show(Chunk chunk, int slot) {
        int block = Synapses.block(slot);
        chunk.whole = false;
        chunk.count = Math.min(Chunk.SIZE, count - slot);
        chunk.theta = theta[block];
        chunk.weight = weight[block];
        chunk.eligibility = eligibility[block];
        chunk.gradient = gradient[block];
        chunk.show(own, block);
        chunk.position = position[block];
        chunk.pair = pair[block];
    }

    /** Adds the synapse at {@code place}, with its values at home. */
    void add(Synapses home, int place, int pairInShard) {
        int block = Synapses.block(count);
        if (block == theta.length) {
            grow();
        }
        int n = Synapses.place(count);
        position[block][n] = place;
        pair[block][n] = pairInShard;
        count++;
        readHome(home, count - 1);
    }

    private void grow() {
        theta = grown(theta);
        weight = grown(weight);
        eligibility = grown(eligibility);
        gradient = grown(gradient);
        for (int v = 0; v < own.length; v++) {
            own[v] = grown(own[v]);
        }
        position = Arrays.copyOf(position, position.length + 1);
        position[position.length - 1] = new int[Chunk.SIZE];
        pair = Arrays.copyOf(pair, pair.length + 1);
        pair[pair.length - 1] = new int[Chunk.SIZE];
    }

    private static double[][] grown(double[][] blocks) {
        double[][] grown = Arrays.copyOf(blocks, blocks.length + 1);
        grown[blocks.length] = new double[Chunk.SIZE];
        return grown;
    }

    /** Removes the synapse at {@code slot}; the last one takes its place. */
    void remove(int slot) {
        move(--count, slot);
    }

    private void move(int from, int to) {
        int fromBlock = Synapses.block(from);
        int fromPlace = Synapses.place(from);
        int block = Synapses.block(to);
        int place = Synapses.place(to);
        theta[block][place] = theta[fromBlock][fromPlace];
        weight[block][place] = weight[fromBlock][fromPlace];
        eligibility[block][place] = eligibility[fromBlock][fromPlace];
        gradient[block][place] = gradient[fromBlock][fromPlace];
        for (double[][] variable : own) {
            variable[block][place] = variable[fromBlock][fromPlace];
        }
        position[block][place] = position[fromBlock][fromPlace];
        pair[block][place] = pair[fromBlock][fromPlace];
    }

    /** Sends home all synapses of a block of positions; the others keep their order. */
    void sendHome(Synapses home, int block) {
        int kept = 0;
        for (int slot = 0; slot < count; slot++) {
            if (Synapses.block(position[Synapses.block(slot)][Synapses.place(slot)]) == block) {
                writeHome(home, slot);
            } else {
                move(slot, kept++);
            }
        }
        count = kept;
    }

    /** Writes the values of all to their homes. */
    void writeHome(Synapses home) {
        for (int slot = 0; slot < count; slot++) {
            writeHome(home, slot);
        }
    }

    private void writeHome(Synapses home, int slot) {
        int b = Synapses.block(slot);
        int n = Synapses.place(slot);
        int block = Synapses.block(position[b][n]);
        int place = Synapses.place(position[b][n]);
        home.theta[block][place] = theta[b][n];
        home.weight[block][place] = weight[b][n];
        home.eligibility[block][place] = eligibility[b][n];
        home.gradient[block][place] = gradient[b][n];
        for (int v = 0; v < own.length; v++) {
            home.own[v][block][place] = own[v][b][n];
        }
    }

    /** Reads the values of all from their homes. */
    void readHome(Synapses home) {
        for (int slot = 0; slot < count; slot++) {
            readHome(home, slot);
        }
    }

    private void readHome(Synapses home, int slot) {
        int b = Synapses.block(slot);
        int n = Synapses.place(slot);
        int block = Synapses.block(position[b][n]);
        int place = Synapses.place(position[b][n]);
        theta[b][n] = home.theta[block][place];
        weight[b][n] = home.weight[block][place];
        eligibility[b][n] = home.eligibility[block][place];
        gradient[b][n] = home.gradient[block][place];
        for (int v = 0; v < own.length; v++) {
            own[v][b][n] = home.own[v][block][place];
        }
    }

    /** Writes who is here, in order; the values are to be written at home. */
    void save(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int slot = 0; slot < count; slot++) {
            out.writeInt(position[Synapses.block(slot)][Synapses.place(slot)]);
        }
    }

    /** Reads who is here, and their values from their homes. */
    void restore(DataInput in, Synapses home, Shard shard) throws IOException {
        int saved = in.readInt();
        count = 0;
        for (int slot = 0; slot < saved; slot++) {
            int place = in.readInt();
            if (place < 0 || !shard.holds(place) || !shard.isAwake(place)) {
                throw new IOException("a packed synapse out of range: " + place);
            }
            add(home, place, shard.pair(place));
        }
    }
}
