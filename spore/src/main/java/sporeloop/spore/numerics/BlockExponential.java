package sporeloop.spore.numerics;

/**
 * The exponential function over blocks of numbers from a range known beforehand. It works without
 * the bits of a number, so that the compiler turns each pass into vector instructions.
 *
 * <pre>
 *   exp(x) = (… (exp(x·2⁻ⁿ))² …)²,  n squarings, n ≥ 5 the least with |x|·2⁻ⁿ ≤ 1/8          (1)
 *   exp(y) ≈ Σ y^m/m!,  m ≤ 9                                                                (2)
 * </pre>
 *
 * Relative error below 2ⁿ·4e-16: 2e-14 for |x| ≤ 4.
 *
 * <p>Thread-safe: immutable.
 */
public final class BlockExponential {
    private static final int LEAST_SQUARINGS = 5;

    private final int squarings;
    private final double scale;

    /** For arguments with |x| ≤ {@code bound}; larger ones lose accuracy, they do not fail. */
    public BlockExponential(double bound) {
        int n = LEAST_SQUARINGS;
        double reach = 0.125 * (1 << LEAST_SQUARINGS);
        while (reach < bound && n < 20) {
            reach *= 2;
            n++;
        }
        squarings = n;
        scale = 0.125 / reach;
    }

    /**
     * Writes factor·exp(x − offset) for the first {@code count} numbers x to the same places of
     * {@code result}.
     */
    public void apply(double[] x, double[] result, int count, double offset, double factor) {
        final double shrink = scale;
        for (int k = 0; k < count; k++) { // (2)
            double y = (x[k] - offset) * shrink;
            double y2 = y * y;
            double y4 = y2 * y2;
            result[k] =
                    ((1 + y) + y2 * (1.0 / 2 + y * (1.0 / 6)))
                            + y4
                                    * (((1.0 / 24 + y * (1.0 / 120))
                                                    + y2 * (1.0 / 720 + y * (1.0 / 5040)))
                                            + y4 * (1.0 / 40320 + y * (1.0 / 362880)));
        }
        for (int left = squarings; left > LEAST_SQUARINGS; left--) { // (1)
            for (int k = 0; k < count; k++) {
                result[k] = result[k] * result[k];
            }
        }
        for (int k = 0; k < count; k++) {
            double p2 = result[k] * result[k];
            double p4 = p2 * p2;
            double p8 = p4 * p4;
            double p16 = p8 * p8;
            result[k] = factor * (p16 * p16);
        }
    }
}
