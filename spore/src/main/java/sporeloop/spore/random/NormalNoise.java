package sporeloop.spore.random;

/**
 * A row of normal variates for each update, for plain arrays that are always gone through whole.
 *
 * <pre>
 *   variate(k, u) = normal( word ⌊k/128⌋ mod 2 of Threefry(key, (128·⌊k/256⌋ + k mod 128, u)) )   (1)
 * </pre>
 *
 * so that 256 variates take 128 counters. A variate is a function of seed, index and update.
 *
 * <p>Not thread-safe: it has working space of its own.
 */
public final class NormalNoise {
    private static final int HALF = 128;

    private final long key;
    private final int[] first = new int[HALF];
    private final int[] second = new int[HALF];

    /** A stream of its own for each {@code seed}. */
    public NormalNoise(long seed) {
        key = seed;
    }

    /** Fills {@code noise} with the variates of {@code update}, times {@code scale}. */
    public void fill(double[] noise, long update, double scale) {
        long era = key + (update >>> 32);
        for (int from = 0; from < noise.length; from += 2 * HALF) {
            Threefry.sequence(era, from / 2, (int) update, first, second, HALF); // (1)
            int left = noise.length - from;
            NormalVariate.block(first, noise, from, Math.min(HALF, left), scale);
            NormalVariate.block(
                    second, noise, from + HALF, Math.max(0, Math.min(HALF, left - HALF)), scale);
        }
    }
}
