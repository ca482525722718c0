package sporeloop.spore.plasticity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import sporeloop.spore.connectivity.Pairs;

/**
 * The synapses of a projection while a {@link Rewiring} moves some of them to other places. A place is
 * one of the synapses that a pair of neurons may have; each synapse is at one, and each place has one
 * synapse or is free. Moving keeps the number of synapses.
 */
public final class Connections {
    /** Draws at random before the free places are listed; most projections need one or two. */
    private static final int TRIES = 64;

    private final Pairs pairs;
    private final int[] pre;
    private final int[] post;
    private final boolean[] moved;
    private final boolean[] off;
    private final double[] theta;
    private final int most;
    private final boolean selfConnections;

    /** How many more synapses a pair has than at first; pairs without an entry: none. */
    private final Map<Long, Integer> gained = new HashMap<>();

    private int moves;

    /**
     * The synapses of {@code pairs} where they are.
     *
     * @param off whether each is retracted
     * @param most synapses that a pair may have
     */
    Connections(Pairs pairs, double[] theta, boolean[] off, int most, boolean selfConnections) {
        this.pairs = pairs;
        this.theta = theta;
        this.off = off;
        this.most = most;
        this.selfConnections = selfConnections;
        pre = pairs.presOfSynapses();
        post = pairs.postsOfSynapses();
        moved = new boolean[pre.length];
    }

    /** Number of synapses. */
    public int count() {
        return pre.length;
    }

    /** θ of synapse {@code k}. */
    public double theta(int k) {
        return theta[k];
    }

    /** Whether synapse {@code k} is retracted. */
    public boolean isOff(int k) {
        return off[k];
    }

    /** Presynaptic neuron of synapse {@code k}. */
    public int pre(int k) {
        return pre[k];
    }

    /** Postsynaptic neuron of synapse {@code k}. */
    public int post(int k) {
        return post[k];
    }

    /** Number of places that two neurons have free. */
    public int free(int from, int to) {
        if (from == to && !selfConnections) {
            return 0;
        }
        int at = Arrays.binarySearch(pairs.post, pairs.row[from], pairs.row[from + 1], to);
        int had = at < 0 ? 0 : pairs.first[at + 1] - pairs.first[at];
        return most - had - gained.getOrDefault(key(from, to), 0);
    }

    /** Takes synapse {@code k} to a place that is drawn from all free ones, its own among them. */
    public void moveAnywhere(int k, RandomGenerator random) {
        take(k);
        for (int n = 0; n < TRIES; n++) {
            int from = random.nextInt(pairs.pres);
            int to = random.nextInt(pairs.posts);
            if (random.nextInt(most) < free(from, to)) {
                put(k, from, to);
                return;
            }
        }
        long free = 0;
        for (int from = 0; from < pairs.pres; from++) {
            free += free(from, 0, pairs.posts);
        }
        long left = random.nextLong(free);
        int from = 0;
        for (int row; left >= (row = free(from, 0, pairs.posts)); from++) {
            left -= row;
        }
        int to = 0;
        for (; left >= free(from, to); to++) {
            left -= free(from, to);
        }
        put(k, from, to);
    }

    private int free(int from, int first, int last) {
        int free = 0;
        for (int to = first; to < last; to++) {
            free += free(from, to);
        }
        return free;
    }

    /**
     * Gives synapse {@code k} another presynaptic neuron, drawn from all free places of its
     * postsynaptic neuron, its own among them.
     */
    public void moveToAnotherPre(int k, RandomGenerator random) {
        int to = post[k];
        take(k);
        for (int n = 0; n < TRIES; n++) {
            int from = random.nextInt(pairs.pres);
            if (random.nextInt(most) < free(from, to)) {
                put(k, from, to);
                return;
            }
        }
        int free = 0;
        for (int from = 0; from < pairs.pres; from++) {
            free += free(from, to);
        }
        int left = random.nextInt(free);
        int from = 0;
        for (; left >= free(from, to); from++) {
            left -= free(from, to);
        }
        put(k, from, to);
    }

    private void take(int k) {
        gained.merge(key(pre[k], post[k]), -1, Integer::sum);
    }

    private void put(int k, int from, int to) {
        gained.merge(key(from, to), 1, Integer::sum);
        pre[k] = from;
        post[k] = to;
        if (!moved[k]) {
            moved[k] = true;
            moves++;
        }
    }

    private long key(int from, int to) {
        return (long) from * pairs.posts + to;
    }

    /** Number of synapses that were moved. */
    int moves() {
        return moves;
    }

    /** The synapses by their new pairs: those of a pair that stayed first, in their old order. */
    Order order() {
        int count = pre.length;
        long[] sorted = new long[count];
        for (int k = 0; k < count; k++) {
            sorted[k] = key(pre[k], post[k]) * (2L * count) + (moved[k] ? count : 0) + k;
        }
        Arrays.sort(sorted);
        int[] source = new int[count];
        int[] froms = new int[count];
        int[] tos = new int[count];
        for (int k = 0; k < count; k++) {
            int old = (int) (sorted[k] % (2L * count));
            source[k] = old < count ? old : -1;
            int at = old < count ? old : old - count;
            froms[k] = pre[at];
            tos[k] = post[at];
        }
        return new Order(Pairs.ofSynapses(froms, tos, pairs.pres, pairs.posts), source);
    }

    /**
     * Other pairs for the same synapses.
     *
     * @param source number that each synapse had before, [synapses]; −1: it is new
     */
    record Order(Pairs pairs, int[] source) {}
}
