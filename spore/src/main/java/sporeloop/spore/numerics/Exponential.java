package sporeloop.spore.numerics;

/**
 * The exponential function with the same bits on every platform and at every stage of compilation.
 *
 * <pre>
 *   exp(x) = 2^k · exp(r),   k = round(x / ln 2),   r = x − k·ln 2,   |r| ≤ ln 2 / 2         (1)
 *   exp(r) ≈ Σ rⁿ/n!,  n ≤ 13                                                                (2)
 * </pre>
 *
 * Relative error below 4e-16 for −708 ≤ x ≤ 709; below that range 0, above it ∞, NaN for NaN.
 *
 * <p>Thread-safe: a pure function.
 */
public final class Exponential {
    /** Adding it to a number below 2⁵¹ in size leaves that number, rounded, in the lowest bits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double INVERSE_LN2 = 1.4426950408889634;

    /** ln 2 in two parts, the first so short that a small multiple of it is exact. */
    private static final double LN2_HIGH = 0x1.62e42fee00000p-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    private Exponential() {}

    /** exp(x). */
    public static double of(double x) {
        if (!(x >= -708)) {
            return x < -708 ? 0 : Double.NaN;
        }
        if (x > 709) {
            return Double.POSITIVE_INFINITY;
        }
        double shifted = x * INVERSE_LN2 + ROUNDER;
        double k = shifted - ROUNDER;
        double r = x - k * LN2_HIGH - k * LN2_LOW; // (1)
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6));
        double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high =
                (1.0 / 40320 + r * (1.0 / 362880))
                        + r2 * (1.0 / 3628800 + r * (1.0 / 39916800))
                        + r4 * (1.0 / 479001600 + r * (1.0 / 6227020800.0));
        double mantissa = low + r4 * (middle + r4 * high); // (2)
        long exponent = (long) (int) Double.doubleToRawLongBits(shifted);
        return mantissa * Double.longBitsToDouble((exponent + 1023) << 52);
    }

    /** 1 − exp(−x), without cancellation for small x. */
    public static double complement(double x) {
        if (Math.abs(x) > 0.03) {
            return 1 - of(-x);
        }
        double x2 = x * x;
        return x
                - x2
                        * ((1.0 / 2 - x * (1.0 / 6))
                                + x2
                                        * ((1.0 / 24 - x * (1.0 / 120))
                                                + x2 * (1.0 / 720 - x * (1.0 / 5040))));
    }
}
