package sporeloop.spore.plasticity;

import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Threefry;

/**
 * One normal variate for each synapse and update: a function of seed, synapse and update, never of
 * the order of calls.
 *
 * <pre>
 *   variate(k, u) = normal( word k mod 2 of Threefry(key, (⌊k/2⌋, u)) )                        (1)
 * </pre>
 *
 * <p>Thread-safe: immutable.
 */
public final class NoiseStream {
    private final long key;

    /** A stream of its own for each {@code seed}. */
    public NoiseStream(long seed) {
        key = seed;
    }

    /** Fills {@link Chunk#noise} with the variates of update {@code update}, times {@code scale}. */
    public void fill(Chunk chunk, long update, double scale) {
        long era = key + (update >>> 32);
        int now = (int) update;
        if (chunk.contiguous()) {
            fillNeighbours(chunk, era, now, scale);
        } else {
            fillScattered(chunk, era, now, scale);
        }
    }

    /** The variate of one synapse. */
    public double at(int synapse, long update) {
        long words = Threefry.at(key + (update >>> 32), synapse >>> 1, (int) update);
        return NormalVariate.of((synapse & 1) == 0 ? (int) (words >>> 32) : (int) words);
    }

    private static void fillScattered(Chunk chunk, long era, int now, double scale) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        final int[] index = chunk.index;
        final double[] noise = chunk.noise;
        for (int n = 0; n < chunk.count; n++) {
            word0[n] = index[n] >>> 1;
            word1[n] = now;
        }
        Threefry.block(era, word0, word1, chunk.count);
        for (int n = 0; n < chunk.count; n++) {
            int odd = -(index[n] & 1);
            noise[n] = scale * NormalVariate.of((word0[n] & ~odd) | (word1[n] & odd)); // (1)
        }
    }

    private static void fillNeighbours(Chunk chunk, long era, int now, double scale) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        final double[] noise = chunk.noise;
        int first = chunk.index[0];
        int skipped = first & 1;
        int counters = (chunk.count + skipped + 1) / 2;
        for (int n = 0; n < counters; n++) {
            word0[n] = (first >>> 1) + n;
            word1[n] = now;
        }
        Threefry.block(era, word0, word1, counters);
        if (skipped == 1) {
            noise[0] = scale * NormalVariate.of(word1[0]);
        }
        int last = chunk.count - 1;
        for (int n = skipped, q = skipped; n < last; n += 2, q++) {
            noise[n] = scale * NormalVariate.of(word0[q]);
            noise[n + 1] = scale * NormalVariate.of(word1[q]);
        }
        if (((chunk.count - skipped) & 1) == 1) {
            noise[last] = scale * NormalVariate.of(word0[counters - 1]);
        }
    }
}
