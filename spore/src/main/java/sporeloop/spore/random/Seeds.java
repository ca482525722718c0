package sporeloop.spore.random;

/**
 * Derives the seeds of a run's parts from its one seed, so that parts never share random numbers.
 *
 * <p>Thread-safe: a pure function.
 */
public final class Seeds {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /**
     * The seed of member {@code index} of {@code part} in a run with {@code seed}. The same three
     * give the same seed everywhere; a change in any of them gives an unrelated one.
     */
    public static long derive(long seed, String part, long index) {
        long hash = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < part.length(); i++) {
            hash = mix(hash ^ part.charAt(i)) + GOLDEN_GAMMA;
        }
        return mix(hash ^ mix(index + GOLDEN_GAMMA));
    }

    /** The finalizer of SplitMix64: a bijection in which each input bit flips half the output. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
