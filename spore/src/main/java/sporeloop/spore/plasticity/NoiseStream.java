package sporeloop.spore.plasticity;

import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Threefry;

/**
 * One normal variate for each synapse and update: a function of seed, position and update, never of
 * the order of calls.
 *
 * <pre>
 *   variate(k, u) = normal( word ⌊k/128⌋ mod 2 of Threefry(key, (128·⌊k/256⌋ + k mod 128, u)) )   (1)
 * </pre>
 *
 * with k the synapse's position in the {@link Layout}, so that a whole block of 256 takes 128
 * counters, whose words need not be put in order.
 *
 * <p>Thread-safe: immutable.
 */
public final class NoiseStream {
    /** Positions of a block that take the first words; the others take the second ones. */
    private static final int HALF = Chunk.SIZE / 2;

    private final long key;

    /** A stream of its own for each {@code seed}. */
    public NoiseStream(long seed) {
        key = seed;
    }

    /** Fills {@link Chunk#noise} with the variates of update {@code update}, times {@code scale}. */
    public void fill(Chunk chunk, long update, double scale) {
        long era = key + (update >>> 32);
        int now = (int) update;
        if (chunk.whole) {
            fillBlock(chunk, era, now, scale);
        } else {
            fillPacked(chunk, era, now, scale);
        }
    }

    /** Fills {@code chunk.word0} and {@code chunk.word1} with random words of update {@code update}. */
    void words(Chunk chunk, long update) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        for (int n = 0; n < chunk.count; n++) {
            word0[n] = chunk.position(n);
            word1[n] = (int) update;
        }
        Threefry.block(key + (update >>> 32), word0, word1, chunk.count);
    }

    /** The variate of one position. */
    public double at(int position, long update) {
        long words = Threefry.at(key + (update >>> 32), counter(position), (int) update);
        return NormalVariate.of((position >>> 7 & 1) == 0 ? (int) (words >>> 32) : (int) words);
    }

    private static void fillPacked(Chunk chunk, long era, int now, double scale) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        final int[] position = chunk.position;
        final int count = chunk.count;
        for (int n = 0; n < count; n++) {
            word0[n] = counter(position[n]);
            word1[n] = now;
        }
        Threefry.block(era, word0, word1, count);
        for (int n = 0; n < count; n++) {
            int second = -(position[n] >>> 7 & 1);
            word0[n] = (word0[n] & ~second) | (word1[n] & second); // (1)
        }
        NormalVariate.block(word0, chunk.noise, 0, count, scale);
    }

    private static void fillBlock(Chunk chunk, long era, int now, double scale) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        Threefry.sequence(era, HALF * chunk.block, now, word0, word1, HALF);
        NormalVariate.block(word0, chunk.noise, 0, HALF, scale);
        NormalVariate.block(word1, chunk.noise, HALF, HALF, scale);
    }

    /** Numbers the pairs (k, k + 128) of positions that share a counter. */
    private static int counter(int k) {
        return (k >>> 8 << 7) + (k & HALF - 1);
    }
}
