package sporeloop.spore.connectivity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

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
