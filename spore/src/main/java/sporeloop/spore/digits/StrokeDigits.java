package sporeloop.spore.digits;

import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;

/**
 * Handwriting-like digits of 16 × 16 pixels: strokes, put out of shape at random and drawn with a pen
 * of random width.
 *
 * <pre>
 *   q = A·(p − c) + c + t,  A = R(φ)·[1 s; 0 1]·diag(a, b)                                    (1)
 *   pixel = clip( clip(r + 1/2 − d)·ink + ε ),  clip to [0, 1], d the distance of the
 *           pixel's centre from the nearest stroke, r the pen's radius [pixels]              (2)
 * </pre>
 *
 * with p the corners of the digit's strokes, each shaken by N(0, 0.35²) pixels, c the picture's
 * centre, φ ~ U(±0.25) [rad], s ~ U(±0.25), a, b ~ U(0.75, 1.1), t ~ U(±1.5) pixels, r ~ U(0.3, 1)
 * pixels, ink ~ U(0.7, 1) and ε ~ N(0, 0.08²). Nothing but +, −, ×, ÷, √ and {@link StrictMath}: the
 * same pictures on every machine. Picture n of a seed does not depend on how many are drawn.
 *
 * <p>Thread-safe: immutable, as long as the arrays handed out are not written to.
 */
public final class StrokeDigits {
    /** Pixels on a side. */
    public static final int SIDE = 16;

    /** Pixels of a picture. */
    public static final int PIXELS = SIDE * SIDE;

    private static final double CENTRE = SIDE / 2.0;
    private static final double NOISE = 0.08;
    private static final double SHAKE = 0.35;

    /** For each digit its strokes as x, y, x, y, … [pixels], x to the right, y downwards. */
    private static final double[][][] STROKES = {
        {{8, 3, 5.5, 4.5, 5, 8, 5.5, 11.5, 8, 13, 10.5, 11.5, 11, 8, 10.5, 4.5, 8, 3}},
        {{6, 5, 8.5, 3, 8.5, 13}},
        {{5, 5, 6.5, 3, 9.5, 3, 11, 5, 10.5, 7.5, 5, 13, 11, 13}},
        {{5, 3.5, 9, 3, 10.5, 5, 10, 7, 7.5, 7.8, 10, 8.5, 11, 11, 9, 13, 5, 12.5}},
        {{9.5, 13, 9.5, 3, 5, 9.5, 11.5, 9.5}},
        {{10.5, 3, 6, 3, 5.5, 7.5, 9, 7, 11, 9, 10.5, 12, 8, 13, 5, 12.5}},
        {{10, 3, 7, 5, 5.3, 9, 6, 12, 8.5, 13, 10.7, 11.5, 10.5, 9, 8.5, 8, 5.5, 9.5}},
        {{5, 3, 11, 3, 9, 7, 7.5, 13}},
        {
            {8, 7.7, 5.8, 6.2, 6, 4, 8, 3, 10, 4, 10.2, 6.2, 8, 7.7},
            {8, 7.7, 5.3, 9.5, 5.7, 12, 8, 13, 10.3, 12, 10.7, 9.5, 8, 7.7}
        },
        {{10.6, 6.5, 8, 8, 5.6, 7, 5.4, 4.5, 7.5, 3, 10, 3.7, 10.6, 6.5, 10, 10, 8.5, 13}},
    };

    private final int[] labels;
    private final double[][] pictures;

    /**
     * Draws {@code count} pictures of these digits, which take turns.
     *
     * @param seed another seed, other pictures: one for training, one for testing
     * @param digits 0–9, at least one
     */
    public StrokeDigits(long seed, int count, int... digits) {
        if (digits.length == 0) {
            throw new IllegalArgumentException("no digits were named, but at least one must be");
        }
        for (int digit : digits) {
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("digit " + digit + ", but must be 0 to 9");
            }
        }
        labels = new int[count];
        pictures = new double[count][];
        for (int n = 0; n < count; n++) {
            labels[n] = digits[n % digits.length];
            pictures[n] = draw(labels[n], Seeds.derive(seed, "digit", n));
        }
    }

    /** How many pictures there are. */
    public int count() {
        return labels.length;
    }

    /** The digit that picture {@code n} shows, 0–9. */
    public int label(int n) {
        return labels[n];
    }

    /** Picture {@code n}: [row][column], {@code row * SIDE + column}, 0 paper … 1 ink. Not to be written to. */
    public double[] picture(int n) {
        return pictures[n];
    }

    private static double[] draw(int digit, long key) {
        double angle = between(key, 0, -0.25, 0.25);
        double shear = between(key, 1, -0.25, 0.25);
        double width = between(key, 2, 0.75, 1.1);
        double height = between(key, 3, 0.75, 1.1);
        double right = between(key, 4, -1.5, 1.5);
        double down = between(key, 5, -1.5, 1.5);
        double radius = between(key, 6, 0.3, 1);
        double ink = between(key, 7, 0.7, 1);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double[] noise = NormalVariate.sequence(Seeds.derive(key, "noise", 0), PIXELS, 0, NOISE);
        double[][] strokes = new double[STROKES[digit].length][];
        for (int s = 0; s < strokes.length; s++) {
            double[] stroke = STROKES[digit][s];
            double[] shake =
                    NormalVariate.sequence(
                            Seeds.derive(key, "shake", s), stroke.length, -CENTRE, SHAKE);
            strokes[s] = new double[stroke.length];
            for (int i = 0; i < stroke.length; i += 2) { // (1)
                double y = height * (stroke[i + 1] + shake[i + 1]);
                double x = width * (stroke[i] + shake[i]) + shear * y;
                strokes[s][i] = cos * x - sin * y + CENTRE + right;
                strokes[s][i + 1] = sin * x + cos * y + CENTRE + down;
            }
        }
        double[] picture = new double[PIXELS];
        for (int p = 0; p < PIXELS; p++) {
            int row = p / SIDE;
            double d = distance(strokes, p % SIDE + 0.5, row + 0.5);
            double value = Math.max(0, Math.min(1, radius + 0.5 - d)) * ink + noise[p];
            picture[p] = Math.max(0, Math.min(1, value)); // (2)
        }
        return picture;
    }

    private static double distance(double[][] strokes, double x, double y) {
        double least = Double.MAX_VALUE;
        for (double[] stroke : strokes) {
            for (int i = 0; i + 3 < stroke.length; i += 2) {
                double dx = stroke[i + 2] - stroke[i];
                double dy = stroke[i + 3] - stroke[i + 1];
                double along = (x - stroke[i]) * dx + (y - stroke[i + 1]) * dy;
                double share = Math.max(0, Math.min(1, along / (dx * dx + dy * dy)));
                double ex = x - stroke[i] - share * dx;
                double ey = y - stroke[i + 1] - share * dy;
                least = Math.min(least, ex * ex + ey * ey);
            }
        }
        return Math.sqrt(least);
    }

    private static double between(long key, int index, double low, double high) {
        double u = ((Threefry.at(key, index, 0) >>> 11) + 0.5) * 0x1p-53;
        return low + (high - low) * u;
    }
}
