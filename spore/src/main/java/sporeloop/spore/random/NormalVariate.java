package sporeloop.spore.random;

/**
 * Standard normal variates from uniform words: one word, one variate, no branch.
 *
 * <pre>
 *   v = word + 1/2,  word in [−2³¹, 2³¹),   x = sign(v)·Q(|v|/2³²),   Q(u) = −Φ⁻¹(u), 0 &lt; u &lt; 1/2  (1)
 *   Q ≈ c₀ + c₁v + c₂v² + c₃v³,  16 pieces for each power of two of |v| and each sign           (2)
 * </pre>
 *
 * The pieces of (2) interpolate the quantile at Chebyshev points; their error is below 3e-7, and
 * |x| ≤ 6.34. The law is thus normal up to 3e-7 in each quantile and a tail of mass 3e-10.
 *
 * <p>Source of Φ⁻¹ for the table: Wichura 1988, algorithm AS 241, relative accuracy 1e-16.
 *
 * <p>Thread-safe: immutable.
 */
public final class NormalVariate {
    /** Places to shift a number's bits so that sign, exponent and four bits of the rest are left. */
    private static final int SHIFT = 48;

    /** Of these, the sign, the five low bits of the exponent (which tell 2⁻¹ … 2³⁰) and the four. */
    private static final int PIECE = 0x81FF;

    private static final double[] COEFFICIENTS = coefficients();

    private NormalVariate() {}

    /** The variate of {@code word}. */
    public static double of(int word) {
        final double[] table = COEFFICIENTS;
        double v = word + 0.5; // (1)
        int at = ((int) (Double.doubleToRawLongBits(v) >>> SHIFT) & PIECE) << 2;
        return ((table[at + 3] * v + table[at + 2]) * v + table[at + 1]) * v + table[at]; // (2)
    }

    /** Writes the variates of the first {@code count} words, each times {@code scale}. */
    public static void block(int[] words, double[] variates, int count, double scale) {
        for (int k = 0; k < count; k++) {
            variates[k] = scale * of(words[k]);
        }
    }

    /** {@code count} normal numbers of their own for each {@code key}, with this mean and spread. */
    public static double[] sequence(long key, int count, double mean, double sd) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = mean + sd * of((int) (Threefry.at(key, k, 0) >>> 32));
        }
        return values;
    }

    private static double[] coefficients() {
        double[] table = new double[(PIECE + 1) * 4];
        for (int exponent = 1022; exponent < 1022 + 32; exponent++) {
            for (int part = 0; part < 16; part++) {
                int top = exponent << 4 | part;
                double low = Double.longBitsToDouble((long) top << SHIFT);
                double high = Double.longBitsToDouble((long) (top + 1) << SHIFT);
                interpolate(low, high, 1, table, (top & PIECE) * 4);
                interpolate(low, high, -1, table, ((top | 0x8000) & PIECE) * 4);
            }
        }
        return table;
    }

    /** The cubic through the quantile at the four Chebyshev points of [low, high], in powers of v. */
    private static void interpolate(double low, double high, int sign, double[] table, int at) {
        double[] v = new double[4];
        double[] slope = new double[4];
        for (int i = 0; i < 4; i++) {
            double node = StrictMath.cos((2 * i + 1) * StrictMath.PI / 8);
            double size = (low + high) / 2 + (high - low) / 2 * node;
            v[i] = sign * size;
            slope[i] = -sign * NormalQuantile.of(size / 0x1p32);
        }
        for (int order = 1; order < 4; order++) { // Newton's divided differences
            for (int i = 3; i >= order; i--) {
                slope[i] = (slope[i] - slope[i - 1]) / (v[i] - v[i - order]);
            }
        }
        for (int i = 3; i >= 0; i--) { // Horner's scheme, multiplied out
            for (int power = 3 - i; power > 0; power--) {
                table[at + power] = table[at + power - 1] - v[i] * table[at + power];
            }
            table[at] = slope[i] - v[i] * table[at];
        }
    }
}
