package sporeloop.spore.numerics;

/** Looks at many numbers at once by their bits, where a comparison each would cost more. */
public final class Bits {
    private Bits() {}

    /**
     * All bits that are set in any of the first {@code count} numbers: 0 if and only if all are +0,
     * negative if and only if one has its sign set.
     */
    public static long union(double[] numbers, int count) {
        long bits = 0;
        for (int k = 0; k < count; k++) {
            bits |= Double.doubleToRawLongBits(numbers[k]);
        }
        return bits;
    }
}
