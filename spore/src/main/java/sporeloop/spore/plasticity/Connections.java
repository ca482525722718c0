package sporeloop.spore.plasticity;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import sporeloop.spore.connectivity.Pairs;

/**
 * The synapses of a projection while a {@link Rewiring} moves some of them to other places. A place is
 * one of the synapses that a pair of neurons may have; each synapse is at one, and each place has one
 * synapse or is free. Moving keeps the number of synapses.
 */
public final class Connections {
    /** Free places are drawn blindly while more than one of so many is free, else they are listed. */
    private static final int SPARSE = 8;

    /** For a column: all postsynaptic neurons. */
    private static final int ANY = -1;

    private final Pairs pairs;
    private final int[] pre;
    private final int[] post;
    private final boolean[] moved;
    private final boolean[] off;
    private final Supplier<double[]> thetaOfNow;
    private final int most;
    private final boolean selfConnections;

    private final Gains gained = new Gains();
    private double[] theta = new double[0];
    private int moves;

    /**
     * The synapses of {@code pairs} where they are.
     *
     * @param off whether each is retracted
     * @param most synapses that a pair may have
     */
    Connections(
            Pairs pairs,
            boolean[] off,
            Supplier<double[]> thetaOfNow,
            int most,
            boolean selfConnections) {
        this.pairs = pairs;
        this.thetaOfNow = thetaOfNow;
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
        if (theta.length == 0) {
            theta = thetaOfNow.get();
        }
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
        return most - had - gained.of(key(from, to));
    }

    /** Numbers of the synapses that are retracted, rising. */
    public int[] off() {
        int[] numbers = new int[off.length];
        int count = 0;
        for (int k = 0; k < off.length; k++) {
            if (off[k]) {
                numbers[count++] = k;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /** Moves synapses to places drawn from all that are free, those that they leave among them. */
    public void moveAnywhere(int[] synapses, RandomGenerator random) {
        move(synapses, ANY, count(), random);
    }

    /**
     * Gives synapses other presynaptic neurons: moves each to a place drawn from all that are free at
     * its postsynaptic neuron, those that they leave among them.
     */
    public void moveWithinFanIn(int[] synapses, RandomGenerator random) {
        int[] fanIn = new int[pairs.posts];
        for (int to : post) {
            fanIn[to]++;
        }
        int[] first = new int[pairs.posts + 1];
        for (int k : synapses) {
            first[post[k] + 1]++;
        }
        for (int to = 0; to < pairs.posts; to++) {
            first[to + 1] += first[to];
        }
        int[] byPost = new int[synapses.length];
        int[] next = first.clone();
        for (int k : synapses) {
            byPost[next[post[k]]++] = k;
        }
        for (int to = 0; to < pairs.posts; to++) {
            int[] own = Arrays.copyOfRange(byPost, first[to], first[to + 1]);
            move(own, to, fanIn[to], random);
        }
    }

    /** Moves synapses within a column of places, that of postsynaptic neuron {@code column}, or all. */
    private void move(int[] synapses, int column, int taken, RandomGenerator random) {
        for (int k : synapses) {
            gained.add(key(pre[k], post[k]), -1);
        }
        long places = places(column);
        long free = places - taken + synapses.length;
        if (SPARSE * free > places) {
            for (int k : synapses) {
                int from;
                int to;
                do {
                    from = random.nextInt(pairs.pres);
                    to = column == ANY ? random.nextInt(pairs.posts) : column;
                } while (random.nextInt(most) >= free(from, to));
                put(k, from, to);
            }
            return;
        }
        long[] list = list((int) free, column);
        // Fisher and Yates's shuffle, as far as it is needed.
        for (int n = 0; n < synapses.length; n++) {
            int drawn = random.nextInt(n, list.length);
            long place = list[drawn];
            list[drawn] = list[n];
            put(synapses[n], (int) (place / pairs.posts), (int) (place % pairs.posts));
        }
    }

    private long places(int column) {
        long all = (long) most * pairs.pres * (column == ANY ? pairs.posts : 1);
        int selves = column == ANY ? pairs.posts : 1;
        return selfConnections ? all : all - (long) most * selves;
    }

    private long[] list(int free, int column) {
        long[] list = new long[free];
        int listed = 0;
        int first = column == ANY ? 0 : column;
        int end = column == ANY ? pairs.posts : column + 1;
        for (int from = 0; from < pairs.pres; from++) {
            for (int to = first; to < end; to++) {
                for (int n = free(from, to); n > 0; n--) {
                    list[listed++] = key(from, to);
                }
            }
        }
        return list;
    }

    private void put(int k, int from, int to) {
        gained.add(key(from, to), 1);
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

    /** The synapses by their new pairs, those that stayed before those that came to them. */
    Order order() {
        int count = pre.length;
        long[] came = new long[moves];
        int arrivals = 0;
        for (int k = 0; k < count; k++) {
            if (moved[k]) {
                came[arrivals++] = key(pre[k], post[k]);
            }
        }
        Arrays.sort(came);
        int[] source = new int[count];
        int[] froms = new int[count];
        int[] tos = new int[count];
        int next = 0;
        int k = 0;
        for (int n = 0; n < count; n++) { // merges those that stayed, in order, and those that came
            while (k < count && moved[k]) {
                k++;
            }
            if (next == moves || (k < count && key(pre[k], post[k]) <= came[next])) {
                froms[n] = pre[k];
                tos[n] = post[k];
                source[n] = k++;
            } else {
                froms[n] = (int) (came[next] / pairs.posts);
                tos[n] = (int) (came[next++] % pairs.posts);
                source[n] = -1;
            }
        }
        return new Order(Pairs.ofSynapses(froms, tos, pairs.pres, pairs.posts), source);
    }

    /**
     * Other pairs for as many synapses.
     *
     * @param source number that each synapse had before, [synapses]; −1: it is new
     */
    record Order(Pairs pairs, int[] source) {}

    /** By how much pairs have more synapses than at first: a table with open addressing. */
    private static final class Gains {
        private static final long EMPTY = -1;

        private long[] keys = new long[64];
        private int[] gains = new int[64];
        private int used;

        Gains() {
            Arrays.fill(keys, EMPTY);
        }

        int of(long key) {
            return gains[slot(key)];
        }

        void add(long key, int by) {
            int slot = slot(key);
            if (keys[slot] == EMPTY) {
                keys[slot] = key;
                used++;
            }
            gains[slot] += by;
            if (2 * used > keys.length) {
                grow();
            }
        }

        private int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
            while (keys[slot] != EMPTY && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldGains = gains;
            keys = new long[4 * oldKeys.length];
            gains = new int[keys.length];
            Arrays.fill(keys, EMPTY);
            for (int n = 0; n < oldKeys.length; n++) {
                if (oldKeys[n] != EMPTY) {
                    int slot = slot(oldKeys[n]);
                    keys[slot] = oldKeys[n];
                    gains[slot] = oldGains[n];
                }
            }
        }
    }
}
