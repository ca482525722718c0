package sporeloop.spore.random;

import java.util.stream.IntStream;

/**
 * Threefry-2x32 with 13 rounds: a keyed bijection of 64-bit counters whose outputs pass for random.
 *
 * <pre>
 *   x₀ ← x₀ + x₁,  x₁ ← rotl(x₁, R_d) xor x₀     13 rounds, R = 13 15 26 6 17 29 16 24        (1)
 *   after each 4 rounds: x₀ ← x₀ + k_q,  x₁ ← x₁ + k_(q+1) + q,  k₂ = k₀ xor k₁ xor 0x1BD11BDA (2)
 * </pre>
 *
 * Source: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", where 13
 * rounds are the fewest that pass all tests of BigCrush.
 *
 * <p>Thread-safe: pure functions of their arguments. The block form consists of additions, shifts
 * and exclusive ors on {@code int} arrays, which the compiler turns into vector instructions.
 */
public final class Threefry {
    private static final int PARITY = 0x1BD11BDA;

    /** 0, 1, 2, …: the compiler makes vectors of an array, but not of a loop's own variable. */
    private static final int[] NUMBER = IntStream.range(0, 256).toArray();

    private Threefry() {}

    /** The two words of counter ({@code c0}, {@code c1}) under {@code key}, the first one on top. */
    public static long at(long key, int c0, int c1) {
        int k0 = (int) (key >>> 32);
        int k1 = (int) key;
        int k2 = k0 ^ k1 ^ PARITY;
        int a = c0 + k0;
        int b = c1 + k1;
        a += b;
        b = Integer.rotateLeft(b, 13) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 15) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 26) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 6) ^ a;
        a += k1;
        b += k2 + 1;
        a += b;
        b = Integer.rotateLeft(b, 17) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 29) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 16) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 24) ^ a;
        a += k2;
        b += k0 + 2;
        a += b;
        b = Integer.rotateLeft(b, 13) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 15) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 26) ^ a;
        a += b;
        b = Integer.rotateLeft(b, 6) ^ a;
        a += k0;
        b += k1 + 3;
        a += b;
        b = Integer.rotateLeft(b, 17) ^ a;
        return ((long) a << 32) | (b & 0xFFFFFFFFL);
    }

    /**
     * The words of the counters ({@code c0 + k}, {@code c1}), {@code 0 ≤ k < count ≤ 256}: the first ones
     * in {@code x0}, the second ones in {@code x1}.
     */
    public static void sequence(long key, int c0, int c1, int[] x0, int[] x1, int count) {
        int k0 = (int) (key >>> 32);
        int k1 = (int) key;
        int k2 = k0 ^ k1 ^ PARITY;
        final int[] number = NUMBER;
        final int first = c0 + k0;
        final int second = c1 + k1;
        for (int k = 0; k < count; k++) {
            int a = first + number[k];
            int b = second;
            a += b;
            b = ((b << 13) | (b >>> 19)) ^ a;
            a += b;
            b = ((b << 15) | (b >>> 17)) ^ a;
            a += b;
            b = ((b << 26) | (b >>> 6)) ^ a;
            a += b;
            b = ((b << 6) | (b >>> 26)) ^ a;
            a += k1;
            b += k2 + 1;
            a += b;
            b = ((b << 17) | (b >>> 15)) ^ a;
            a += b;
            b = ((b << 29) | (b >>> 3)) ^ a;
            a += b;
            b = ((b << 16) | (b >>> 16)) ^ a;
            a += b;
            b = ((b << 24) | (b >>> 8)) ^ a;
            a += k2;
            b += k0 + 2;
            a += b;
            b = ((b << 13) | (b >>> 19)) ^ a;
            a += b;
            b = ((b << 15) | (b >>> 17)) ^ a;
            a += b;
            b = ((b << 26) | (b >>> 6)) ^ a;
            a += b;
            b = ((b << 6) | (b >>> 26)) ^ a;
            a += k0;
            b += k1 + 3;
            a += b;
            b = ((b << 17) | (b >>> 15)) ^ a;
            x0[k] = a;
            x1[k] = b;
        }
    }

    /**
     * The words of the counters ({@code x0[k]}, {@code x1[k]}), {@code 0 ≤ k < count}, put in the
     * place of the counters.
     */
    public static void block(long key, int[] x0, int[] x1, int count) {
        int k0 = (int) (key >>> 32);
        int k1 = (int) key;
        int k2 = k0 ^ k1 ^ PARITY;
        for (int k = 0; k < count; k++) {
            int a = x0[k] + k0;
            int b = x1[k] + k1;
            a += b;
            b = ((b << 13) | (b >>> 19)) ^ a;
            a += b;
            b = ((b << 15) | (b >>> 17)) ^ a;
            a += b;
            b = ((b << 26) | (b >>> 6)) ^ a;
            a += b;
            b = ((b << 6) | (b >>> 26)) ^ a;
            a += k1;
            b += k2 + 1;
            a += b;
            b = ((b << 17) | (b >>> 15)) ^ a;
            a += b;
            b = ((b << 29) | (b >>> 3)) ^ a;
            a += b;
            b = ((b << 16) | (b >>> 16)) ^ a;
            a += b;
            b = ((b << 24) | (b >>> 8)) ^ a;
            a += k2;
            b += k0 + 2;
            a += b;
            b = ((b << 13) | (b >>> 19)) ^ a;
            a += b;
            b = ((b << 15) | (b >>> 17)) ^ a;
            a += b;
            b = ((b << 26) | (b >>> 6)) ^ a;
            a += b;
            b = ((b << 6) | (b >>> 26)) ^ a;
            a += k0;
            b += k1 + 3;
            a += b;
            b = ((b << 17) | (b >>> 15)) ^ a;
            x0[k] = a;
            x1[k] = b;
        }
    }
}
