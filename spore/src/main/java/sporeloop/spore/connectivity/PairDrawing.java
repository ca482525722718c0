package sporeloop.spore.connectivity;

import java.util.Arrays;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;

/** Draws the pairs of a projection. The same arguments give the same pairs. */
public final class PairDrawing {
    private static final long MOST_SYNAPSES = 1L << 30;
    private static final int BLOCK = 1024;

    private final int pres;
    private final int posts;
    private final int synapsesPerPair;
    private final boolean loops;
    private final long seed;

    /**
     * @param loops whether neuron i may be connected to neuron i (false only makes sense within one
     *     population)
     */
    public PairDrawing(int pres, int posts, int synapsesPerPair, boolean loops, long seed) {
        this.pres = pres;
        this.posts = posts;
        this.synapsesPerPair = synapsesPerPair;
        this.loops = loops;
        this.seed = seed;
    }

    /**
     * The pairs.
     *
     * @throws IllegalArgumentException if populations of these sizes can't be connected that way
     */
    public Pairs draw(Connectivity connectivity) {
        if (connectivity instanceof Connectivity.FixedProbability fixed) {
            return randomly(fixed.probability());
        }
        if (connectivity instanceof Connectivity.FixedFanIn fixed) {
            return fanIn(fixed.partners());
        }
        if (connectivity instanceof Connectivity.OneToOne) {
            return oneToOne();
        }
        return densely();
    }

    private Pairs densely() {
        int[] partners = new int[pres];
        for (int i = 0; i < pres; i++) {
            partners[i] = posts - (loops || i >= posts ? 0 : 1);
        }
        int[] row = starts(partners);
        int[] post = new int[row[pres]];
        for (int i = 0, p = 0; i < pres; i++) {
            for (int j = 0; j < posts; j++) {
                if (loops || i != j) {
                    post[p++] = j;
                }
            }
        }
        return new Pairs(pres, posts, row, post, evenly(post.length));
    }

    private Pairs oneToOne() {
        if (pres != posts) {
            throw new IllegalArgumentException(
                    "one-to-one needs populations of one size, but they have "
                            + pres
                            + " and "
                            + posts
                            + " neurons");
        }
        int[] post = new int[posts];
        for (int j = 0; j < posts; j++) {
            post[j] = j;
        }
        int[] one = new int[pres];
        Arrays.fill(one, 1);
        return new Pairs(pres, posts, starts(one), post, evenly(posts));
    }

    private Pairs fanIn(int partners) {
        int candidates = pres - (loops ? 0 : 1);
        if (partners > candidates) {
            throw new IllegalArgumentException(
                    "partners = "
                            + partners
                            + ", but there are only "
                            + candidates
                            + " presynaptic neurons to choose from");
        }
        checkCount((long) partners * posts);
        long key = Seeds.derive(seed, "fan-in", 0);
        int[] urn = new int[pres];
        int[] chosen = new int[partners * posts];
        int[] rowSizes = new int[pres];
        for (int j = 0; j < posts; j++) {
            for (int i = 0; i < pres; i++) {
                urn[i] = i;
            }
            int left = pres;
            if (!loops && j < pres) {
                urn[j] = urn[--left];
            }
            for (int n = 0; n < partners; n++) {
                int ball = (int) (((Threefry.at(key, j, n) >>> 32) * left) >>> 32);
                chosen[j * partners + n] = urn[ball];
                rowSizes[urn[ball]]++;
                urn[ball] = urn[--left];
            }
        }
        int[] row = starts(rowSizes);
        int[] next = Arrays.copyOf(row, pres);
        int[] post = new int[chosen.length];
        for (int j = 0; j < posts; j++) {
            for (int n = 0; n < partners; n++) {
                post[next[chosen[j * partners + n]]++] = j;
            }
        }
        return new Pairs(pres, posts, row, post, evenly(post.length));
    }

    private Pairs randomly(double probability) {
        long threshold = (long) (probability * 0x1p32);
        long[] keys = new long[synapsesPerPair];
        for (int n = 0; n < synapsesPerPair; n++) {
            keys[n] = Seeds.derive(seed, "connection", n);
        }
        int[] row = new int[pres + 1];
        int[] post = new int[16];
        int[] first = new int[17];
        int[] hits = new int[posts];
        int pairs = 0;
        for (int i = 0; i < pres; i++) {
            countHits(keys, i, threshold, hits);
            for (int j = 0; j < posts; j++) {
                if (hits[j] > 0 && (loops || i != j)) {
                    if (pairs == post.length) {
                        post = Arrays.copyOf(post, 2 * pairs);
                        first = Arrays.copyOf(first, 2 * pairs + 1);
                    }
                    post[pairs] = j;
                    checkCount((long) first[pairs] + hits[j]);
                    first[pairs + 1] = first[pairs] + hits[j];
                    pairs++;
                }
            }
            row[i + 1] = pairs;
        }
        return new Pairs(
                pres, posts, row, Arrays.copyOf(post, pairs), Arrays.copyOf(first, pairs + 1));
    }

    /** Sets {@code hits[j]} to the number of synapses drawn from neuron {@code i} to j. */
    private void countHits(long[] keys, int i, long threshold, int[] hits) {
        int[] words = new int[Math.min(BLOCK, posts)];
        int[] spareWords = new int[words.length];
        Arrays.fill(hits, 0);
        for (long key : keys) {
            for (int from = 0; from < posts; from += BLOCK) {
                int count = Math.min(BLOCK, posts - from);
                for (int n = 0; n < count; n++) {
                    words[n] = i;
                    spareWords[n] = from + n;
                }
                Threefry.block(key, words, spareWords, count);
                for (int n = 0; n < count; n++) {
                    hits[from + n] += (words[n] & 0xFFFFFFFFL) < threshold ? 1 : 0;
                }
            }
        }
    }

    private int[] starts(int[] sizes) {
        int[] start = new int[sizes.length + 1];
        long sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += sizes[i];
            start[i + 1] = (int) sum;
        }
        checkCount(sum * synapsesPerPair);
        return start;
    }

    private int[] evenly(int pairs) {
        int[] first = new int[pairs + 1];
        for (int p = 0; p <= pairs; p++) {
            first[p] = p * synapsesPerPair;
        }
        return first;
    }

    private static void checkCount(long synapses) {
        if (synapses > MOST_SYNAPSES) {
            throw new IllegalArgumentException(
                    "a projection of " + synapses + " synapses, but the most is " + MOST_SYNAPSES);
        }
    }
}
