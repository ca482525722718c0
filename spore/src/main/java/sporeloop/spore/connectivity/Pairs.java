package sporeloop.spore.connectivity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.spore.random.Seeds;

/**
 * The connected pairs of a projection, by presynaptic neuron, and the synapses of each pair. Pair p
 * of presynaptic neuron i: {@code row[i] ≤ p < row[i + 1]}, with postsynaptic neuron {@code
 * post[p]}, rising within a row. Synapse k of pair p: {@code first[p] ≤ k < first[p + 1]}.
 */
public final class Pairs {
    /** Number of presynaptic neurons. */
    public final int pres;

    /** Number of postsynaptic neurons. */
    public final int posts;

    /** First pair of each presynaptic neuron, [pres + 1]. */
    public final int[] row;

    /** Postsynaptic neuron of each pair, [pairs]. */
    public final int[] post;

    /** First synapse of each pair, [pairs + 1]. */
    public final int[] first;

    /** Takes the arrays over. */
    Pairs(int pres, int posts, int[] row, int[] post, int[] first) {
        this.pres = pres;
        this.posts = posts;
        this.row = row;
        this.post = post;
        this.first = first;
    }

    /**
     * Pairs of one's own choice.
     *
     * @param partners of each presynaptic neuron, [pres][…]: its postsynaptic neurons, rising
     * @param posts number of postsynaptic neurons
     * @param synapsesPerPair 1 to 10,000
     * @throws IllegalArgumentException if a partner is out of range or out of order
     */
    public static Pairs of(int[][] partners, int posts, int synapsesPerPair) {
        if (synapsesPerPair < 1 || synapsesPerPair > 10_000) {
            throw new IllegalArgumentException(
                    "synapses-per-pair = " + synapsesPerPair + ", but must be in [1, 10000]");
        }
        int[] row = new int[partners.length + 1];
        for (int i = 0; i < partners.length; i++) {
            row[i + 1] = Math.addExact(row[i], partners[i].length);
        }
        int[] post = new int[row[partners.length]];
        int[] first = new int[post.length + 1];
        for (int i = 0; i < partners.length; i++) {
            for (int n = 0; n < partners[i].length; n++) {
                int to = partners[i][n];
                if (to < 0 || to >= posts || (n > 0 && to <= partners[i][n - 1])) {
                    throw new IllegalArgumentException(
                            "partners of neuron %d: %d, but they must rise and be in [0, %d)"
                                    .formatted(i, to, posts));
                }
                post[row[i] + n] = to;
            }
        }
        for (int p = 0; p < post.length; p++) {
            first[p + 1] = Math.addExact(first[p], synapsesPerPair);
        }
        return new Pairs(partners.length, posts, row, post, first);
    }

    /**
     * The pairs of synapses whose neurons are known.
     *
     * @param from presynaptic neuron of each, rising
     * @param to postsynaptic neuron of each, rising among those with the same presynaptic one
     */
    public static Pairs ofSynapses(int[] from, int[] to, int pres, int posts) {
        int[] row = new int[pres + 1];
        int[] post = new int[from.length];
        int[] first = new int[from.length + 1];
        int pairs = 0;
        for (int k = 0; k < from.length; k++) {
            if (k == 0 || from[k] != from[k - 1] || to[k] != to[k - 1]) {
                post[pairs] = to[k];
                first[pairs++] = k;
                row[from[k] + 1]++;
            }
        }
        first[pairs] = from.length;
        for (int i = 0; i < pres; i++) {
            row[i + 1] += row[i];
        }
        return new Pairs(
                pres, posts, row, Arrays.copyOf(post, pairs), Arrays.copyOf(first, pairs + 1));
    }

    /** Number of pairs. */
    public int count() {
        return post.length;
    }

    /** Number of synapses. */
    public int synapses() {
        return first[post.length];
    }

    /** Whether presynaptic neuron {@code pre} is connected to every postsynaptic neuron. */
    public boolean full(int pre) {
        return row[pre + 1] - row[pre] == posts;
    }

    /** Presynaptic neuron of each synapse, [synapses]. */
    public int[] presOfSynapses() {
        int[] pre = new int[synapses()];
        for (int i = 0; i < pres; i++) {
            for (int k = first[row[i]]; k < first[row[i + 1]]; k++) {
                pre[k] = i;
            }
        }
        return pre;
    }

    /** Postsynaptic neuron of each synapse, [synapses]. */
    public int[] postsOfSynapses() {
        int[] of = new int[synapses()];
        for (int p = 0; p < count(); p++) {
            for (int k = first[p]; k < first[p + 1]; k++) {
                of[k] = post[p];
            }
        }
        return of;
    }

    /**
     * The number that each synapse has among those of {@code others}, [synapses]: the n-th of a pair
     * is the n-th of the same pair there; −1 if there is none.
     */
    public int[] sources(Pairs others) {
        int[] source = new int[synapses()];
        Arrays.fill(source, -1);
        for (int i = 0; i < pres; i++) {
            int q = others.row[i];
            for (int p = row[i]; p < row[i + 1]; p++) {
                while (q < others.row[i + 1] && others.post[q] < post[p]) {
                    q++;
                }
                if (q < others.row[i + 1] && others.post[q] == post[p]) {
                    int shared =
                            Math.min(
                                    others.first[q + 1] - others.first[q], first[p + 1] - first[p]);
                    for (int n = 0; n < shared; n++) {
                        source[first[p] + n] = others.first[q] + n;
                    }
                }
            }
        }
        return source;
    }

    /**
     * These pairs without some of their synapses, each of which is lost with probability {@code share};
     * a pair that loses all is gone. A pair's synapses are alike, so the last ones count as those lost.
     */
    public Pairs thinned(double share, long seed) {
        int[] pre = presOfSynapses();
        int[] to = postsOfSynapses();
        int left = 0;
        for (int k = 0; k < pre.length; k++) {
            if ((Seeds.derive(seed, "synapse", k) >>> 11) * 0x1p-53 >= share) {
                pre[left] = pre[k];
                to[left++] = to[k];
            }
        }
        return ofSynapses(Arrays.copyOf(pre, left), Arrays.copyOf(to, left), pres, posts);
    }

    /** Whether the other pairs are the same, synapse for synapse. */
    public boolean same(Pairs other) {
        return Arrays.equals(row, other.row)
                && Arrays.equals(post, other.post)
                && Arrays.equals(first, other.first);
    }

    /** Writes the pairs. */
    public void save(DataOutput out) throws IOException {
        for (int i = 0; i < pres; i++) {
            out.writeInt(row[i + 1] - row[i]);
            for (int p = row[i]; p < row[i + 1]; p++) {
                out.writeInt(post[p]);
                out.writeInt(first[p + 1] - first[p]);
            }
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if it is no list of pairs between so many neurons
     */
    public static Pairs read(DataInput in, int pres, int posts) throws IOException {
        int[] row = new int[pres + 1];
        int[] post = new int[16];
        int[] first = new int[17];
        int pairs = 0;
        for (int i = 0; i < pres; i++) {
            int length = in.readInt();
            check(length >= 0 && length <= posts, "a row of " + length + " pairs");
            if (pairs + length > post.length) {
                post = Arrays.copyOf(post, 2 * (pairs + length));
                first = Arrays.copyOf(first, 2 * (pairs + length) + 1);
            }
            for (int n = 0; n < length; n++) {
                int to = in.readInt();
                int synapses = in.readInt();
                check(to >= 0 && to < posts, "a pair with neuron " + to);
                check(n == 0 || to > post[pairs - 1], "pairs out of order");
                check(synapses > 0 && synapses <= 10_000, "a pair of " + synapses + " synapses");
                post[pairs] = to;
                first[pairs + 1] = Math.addExact(first[pairs], synapses);
                pairs++;
            }
            row[i + 1] = pairs;
        }
        return new Pairs(
                pres, posts, row, Arrays.copyOf(post, pairs), Arrays.copyOf(first, pairs + 1));
    }

    private static void check(boolean fine, String found) throws IOException {
        if (!fine) {
            throw new IOException("the saved connectivity has " + found);
        }
    }
}
