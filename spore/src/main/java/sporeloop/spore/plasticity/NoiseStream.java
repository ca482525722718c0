package sporeloop.spore.plasticity;

import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Threefry;

/**
 * One normal variate for each synapse and update: a function of seed, synapse and update, never of
 * the order of calls.
 *
 * <pre>
 *   variate(k, u) = normal( word ⌊k/128⌋ mod 2 of Threefry(key, (128·⌊k/256⌋ + k mod 128, u)) )   (1)
 * </pre>
 *
 * so that a whole block of 256 synapses takes 128 counters, whose words need not be put in order.
 *
 * <p>Thread-safe: immutable.
 */
public final class NoiseStream {
    /** Synapses of a block that take the first words; the others take the second ones. */
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
        if (chunk.block) {
            fillBlock(chunk, era, now, scale);
        } else {
            fillScattered(chunk, era, now, scale);
        }
    }

    /** The variate of one synapse. */
    public double at(int synapse, long update) {
        long words = Threefry.at(key + (update >>> 32), counter(synapse), (int) update);
        return NormalVariate.of((synapse >>> 7 & 1) == 0 ? (int) (words >>> 32) : (int) words);
    }

    private static void fillScattered(Chunk chunk, long era, int now, double scale) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        final int[] index = chunk.index;
        final double[] noise = chunk.noise;
        for (int n = 0; n < chunk.count; n++) {
            word0[n] = counter(index[n]);
            word1[n] = now;
        }
        Threefry.block(era, word0, word1, chunk.count);
        for (int n = 0; n < chunk.count; n++) {
            int second = -(index[n] >>> 7 & 1);
            noise[n] = scale * NormalVariate.of((word0[n] & ~second) | (word1[n] & second)); // (1)
        }
    }

    private static void fillBlock(Chunk chunk, long era, int now, double scale) {
        final int[] word0 = chunk.word0;
        final int[] word1 = chunk.word1;
        final double[] noise = chunk.noise;
        int first = counter(chunk.index[0]);
        for (int n = 0; n < HALF; n++) {
            word0[n] = first + n;
            word1[n] = now;
        }
        Threefry.block(era, word0, word1, HALF);
        for (int n = 0; n < HALF; n++) {
            noise[n] = scale * NormalVariate.of(word0[n]);
        }
        for (int n = 0; n < HALF; n++) {
            noise[n + HALF] = scale * NormalVariate.of(word1[n]);
        }
    }

    /** Numbers the pairs (k, k + 128) of synapses that share a counter. */
    private static int counter(int k) {
        return (k >>> 8 << 7) + (k & HALF - 1);
    }
}
