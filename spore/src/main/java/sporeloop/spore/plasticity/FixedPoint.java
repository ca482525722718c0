package sporeloop.spore.plasticity;

/**
 * The arithmetic of {@link FixedPointSampling}: additions, shifts and multiplications of integers, one
 * table of 65 entries, no division and no floating point, as on a microcontroller. θ, e and g take 16
 * bits each:
 *
 * <pre>
 *   θ = n·2⁻¹¹,   e = n·2⁻¹⁰,   g = n·G/(c_g·2¹⁴)                                              (1)
 *   a·c_p = A·2⁻³²,   a·G·2⁻¹⁴ = B·2⁻⁴⁰,   √(2·T·a)/σ = C·2⁻²⁷                                  (2)
 *   n·2¹⁶ ← n·2¹⁶ + A·(μ − n)·2⁻¹⁶ + B·clip(g)·2⁻¹³ + C·(b₀ + b₁ + b₂ + b₃ − 510)              (3)
 *   n ← ⌊(n·2¹⁶ + u)·2⁻¹⁶⌋,  u 16 random bits: rounded up or down so that the mean is right     (4)
 *   2^(k + f) = 2^k·(t[⌊64f⌋] + what is left of 64f times the difference to the next entry)      (5)
 * </pre>
 *
 * b are the four bytes of a random word: their sum is a variate of spread σ = √(4·(2¹⁶ − 1)/12), normal
 * but for its tails, which end at 3.45 σ. Source of the way: Yan et al. 2019, "Efficient reward-based
 * structural plasticity on a SpiNNaker 2 prototype"; the formats are ours.
 *
 * <p>Thread-safe: immutable.
 */
final class FixedPoint {
    /** θ of 1. */
    static final int THETA_ONE = 1 << 11;

    /** e of 1. */
    static final int ELIGIBILITY_ONE = 1 << 10;

    /** g at which c_g·g reaches G. */
    static final int GRADIENT_BOUND = 1 << 14;

    /** Weight of 1. */
    static final int WEIGHT_ONE = 1 << 16;

    private static final double NOISE_SD = Math.sqrt(4 * 65_535 / 12.0);
    private static final int NOISE_MEAN = 510;
    private static final int LOG2_E = (int) Math.round((1 << 14) / Math.log(2));

    /** 2^(i/64), 30 bits after the point. */
    private static final int[] POWERS = powers();

    private final int priorMean;
    private final int least;
    private final int most;
    private final int offset;

    /** Of parameters in (−15.9, 15.9). */
    FixedPoint(Plasticity plasticity) {
        priorMean = theta("prior-mean", plasticity.priorMean());
        least = theta("min-param", plasticity.minParam());
        most = theta("max-param", plasticity.maxParam());
        offset = theta("parameter-mapping-offset", plasticity.parameterMappingOffset());
    }

    private static int theta(String key, double value) {
        if (!(Math.abs(value) <= 15.9)) {
            throw new IllegalArgumentException(
                    key
                            + " = "
                            + value
                            + ", but must be in [-15.9, 15.9] under rule = fixed-point");
        }
        return (int) Math.rint(THETA_ONE * value);
    }

    /** The factors (2) of an update. */
    record Factors(long prior, long gradient, long noise) {
        static Factors of(double rate, double precision, double bound, double temperature) {
            return new Factors(
                    Math.round(rate * precision * 0x1p32),
                    Math.round(rate * bound * 0x1p26),
                    Math.round(Math.sqrt(2 * temperature * rate) / NOISE_SD * 0x1p27));
        }
    }

    /** θ after an update (3), (4); both words are random, the second one's upper half is not used. */
    int moved(int theta, int gradient, Factors by, int noiseWord, int otherWord) {
        int bytes =
                (noiseWord & 0xFF)
                        + (noiseWord >>> 8 & 0xFF)
                        + (noiseWord >>> 16 & 0xFF)
                        + (noiseWord >>> 24);
        int clipped = Math.max(-GRADIENT_BOUND, Math.min(GRADIENT_BOUND, gradient));
        long wide =
                ((long) theta << 16)
                        + ((by.prior * (priorMean - theta)) >> 16)
                        + ((by.gradient * clipped) >> 13)
                        + by.noise * (bytes - NOISE_MEAN)
                        + (otherWord & 0xFFFF);
        return (int) Math.max(least, Math.min(most, wide >> 16));
    }

    /** exp(θ − θ₀) (5), at least the least number there is: 0 would mean retracted. */
    int weight(int theta) {
        int power = (theta - offset) * LOG2_E; // 25 bits after the point
        int whole = power >> 25;
        int at = power >> 19 & 63;
        long rest = power & (1 << 19) - 1;
        long mantissa = POWERS[at] + (((POWERS[at + 1] - POWERS[at]) * rest) >> 19);
        int shift = 14 - whole;
        return (int) Math.max(1, shift >= 0 ? mantissa >> Math.min(62, shift) : mantissa << -shift);
    }

    /** A number rounded to the next integer above or below, in the mean to itself; within 16 bits. */
    static int rounded(double number, int randomByte) {
        double dithered = Math.floor(number + randomByte * 0x1p-8 + 0x1p-9);
        return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, dithered));
    }

    private static int[] powers() {
        int[] powers = new int[65];
        for (int i = 0; i < powers.length; i++) {
            powers[i] =
                    (int)
                            Math.min(
                                    Integer.MAX_VALUE,
                                    Math.rint(StrictMath.pow(2, i / 64.0) * 0x1p30));
        }
        return powers;
    }
}
