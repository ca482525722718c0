package sporeloop.spore.numerics;

/**
 * The exponential function with the same bits on every platform and at every stage of compilation.
 *
 * <pre>
 *   exp(x) = 2^(k/32) · exp(r),   k = round(32·x / ln 2),   r = x − k·ln 2 / 32,   |r| ≤ 0.011    (1)
 *   2^(k/32) = 2^⌊k/32⌋ · t[k mod 32],   exp(r) ≈ 1 + Σ rⁿ/n!,  1 ≤ n ≤ 6                       (2)
 * </pre>
 *
 * Relative error below 4e-16 for −708 ≤ x ≤ 709; below that range 0, above it ∞, NaN for NaN.
 *
 * <p>Thread-safe: a pure function.
 */
public final class Exponential {
    /** Adding it to a number below 2⁵¹ in size leaves that number, rounded, in the lowest bits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int PARTS = 32;
    private static final double INVERSE_STEP = PARTS * 1.4426950408889634;

    /** ln 2 / 32 in two parts, the first so short that a small multiple of it is exact. */
    private static final double STEP_HIGH = 0x1.62e42fee00000p-1 / PARTS;

    private static final double STEP_LOW = 0x1.a39ef35793c76p-33 / PARTS;

    /** 2^(i/32). */
    private static final double[] POWER = powers();

    private Exponential() {}

    /** exp(x). */
    public static double of(double x) {
        if (!(x >= -708)) {
            return x < -708 ? 0 : Double.NaN;
        }
        if (x > 709) {
            return Double.POSITIVE_INFINITY;
        }
        double shifted = x * INVERSE_STEP + ROUNDER;
        double k = shifted - ROUNDER;
        double r = x - k * STEP_HIGH - k * STEP_LOW; // (1)
        double r2 = r * r;
        double rest =
                r
                        + r2
                                * ((1.0 / 2 + r * (1.0 / 6))
                                        + r2 * ((1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720)));
        int whole = (int) Double.doubleToRawLongBits(shifted);
        double power = POWER[whole & PARTS - 1];
        double mantissa = power + power * rest; // (2)
        return mantissa * Double.longBitsToDouble((long) ((whole >> 5) + 1023) << 52);
    }

    private static double[] powers() {
        double[] powers = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
            powers[i] = StrictMath.pow(2, (double) i / PARTS);
        }
        return powers;
    }

    /** 1 − exp(−x), without cancellation for small x. */
    public static double complement(double x) {
        if (Math.abs(x) > 0.25) {
            return 1 - of(-x);
        }
        double x2 = x * x;
        double x4 = x2 * x2;
        double low = (1 - x * (1.0 / 2)) + x2 * (1.0 / 6 - x * (1.0 / 24));
        double middle = (1.0 / 120 - x * (1.0 / 720)) + x2 * (1.0 / 5040 - x * (1.0 / 40320));
        double high =
                (1.0 / 362880 - x * (1.0 / 3628800))
                        + x2 * (1.0 / 39916800 - x * (1.0 / 479001600));
        return x * (low + x4 * (middle + x4 * high));
    }
}
