package sporeloop.spore.random;

/**
 * Standard normal variates from uniform words: one word, one variate, no branch.
 *
 * <pre>
 *   u = (⌊word / 2⌋ + 1/2) / 2³²  in (0, 1/2),   x = ∓Φ⁻¹(u), the sign from the lowest bit   (1)
 *   −Φ⁻¹(u) ≈ c₀ + c₁v + c₂v² + c₃v³,  v = u·2³², 16 pieces for each power of two of v      (2)
 * </pre>
 *
 * The pieces of (2) interpolate the quantile at Chebyshev points; their error is below 3e-7, and
 * |x| ≤ 6.34. The law is thus normal up to 3e-7 in each quantile and a tail of mass 2e-10.
 *
 * <p>Source of Φ⁻¹ for the table: Wichura 1988, algorithm AS 241, relative accuracy 1e-16.
 *
 * <p>Thread-safe: immutable.
 */
public final class NormalVariate {
    /** log₂ of the pieces for each power of two. */
    private static final int PIECE_BITS = 4;

    /** Places to shift a number's bits so that its exponent and {@link #PIECE_BITS} are left. */
    private static final int SHIFT = 52 - PIECE_BITS;

    /** The piece that v = 1/2, the least, falls into. */
    private static final int FIRST = 1022 << PIECE_BITS;

    /** A power of two, so that a masked index needs no bounds check. */
    private static final int PIECES = 32 << PIECE_BITS;

    private static final double[] COEFFICIENTS = coefficients();

    private NormalVariate() {}

    /** The variate of {@code word}. */
    public static double of(int word) {
        final double[] table = COEFFICIENTS;
        double v = (word >>> 1) + 0.5;
        int piece = (int) (Double.doubleToRawLongBits(v) >>> SHIFT) - FIRST & PIECES - 1;
        int at = piece << 2;
        double x = ((table[at + 3] * v + table[at + 2]) * v + table[at + 1]) * v + table[at]; // (2)
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ (long) word << 63); // (1)
    }

    /** Writes the variates of the first {@code count} words, each times {@code scale}. */
    public static void block(int[] words, double[] variates, int count, double scale) {
        for (int k = 0; k < count; k++) {
            variates[k] = scale * of(words[k]);
        }
    }

    private static double[] coefficients() {
        double[] table = new double[PIECES * 4];
        for (int piece = 0; piece < PIECES; piece++) {
            double low = Double.longBitsToDouble((long) (FIRST + piece) << SHIFT);
            double high = Double.longBitsToDouble((long) (FIRST + piece + 1) << SHIFT);
            interpolate(low, high, table, piece * 4);
        }
        return table;
    }

    /** The cubic through the quantile at the four Chebyshev points of [low, high], in powers of v. */
    private static void interpolate(double low, double high, double[] table, int at) {
        double[] v = new double[4];
        double[] slope = new double[4];
        for (int i = 0; i < 4; i++) {
            double node = StrictMath.cos((2 * i + 1) * StrictMath.PI / 8);
            v[i] = (low + high) / 2 + (high - low) / 2 * node;
            slope[i] = -NormalQuantile.of(v[i] / 0x1p32);
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
