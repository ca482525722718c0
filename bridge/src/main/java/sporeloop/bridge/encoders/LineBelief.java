package sporeloop.bridge.encoders;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.environments.Events;
import sporeloop.environments.Spec;

/**
 * In which column the middle of three parallel lines is, for each band of rows: a distribution that
 * each event moves.
 * <pre>
 *   p_b(m) ← (1 − ρ)·Σ_n k(m − n)·p_b(n) + ρ/W    in each interval, k Gaussian of width drift·√interval,
 *                                                 ρ = 1 − exp(−forgetting·interval)               (1)
 *   p_b(m) ← p_b(m)·L(m)^weight / Σ           at each event in row r, column c of the band          (2)
 *   L(m) = noise + g(c − m)·middle + g(c − m − h_r) + g(c − m + h_r),  g(x) = exp(−x²/2·blur²)      (3)
 *   h_r = spacing·(r + ½ − horizon)/(H − horizon)                                                  (4)
 * </pre>
 * W and H are the picture's width and height. An event may be of the left line, the middle one, the
 * right one, or noise, and (3) leaves that open; what came before and after decides.
 *
 * <p>Source: a histogram filter (Thrun, Burgard and Fox 2005, "Probabilistic Robotics", chapter 4); (4) is
 * the perspective of a flat ground. Deviation: events of one edge tell the same, hence a weight below 1 in
 * (2).
 */
final class LineBelief {
    private final int width;
    private final int bands;
    private final int[] bandOf; // of each row; −1: none
    private final double forget; // ρ
    private final double[] drift; // k at 0, 1, …
    private final double[] evidence; // weight·ln L, [row][m − c + W − 1]
    private final double[] belief; // p, [band][column]
    private final double[] moved; // of one band, [column]
    private final double[] told; // sums of the evidence of an interval, [band][column]

    /** @param interval length of an exchange interval [s] */
    LineBelief(ParallelLines.Parameters p, Spec.Camera camera, double interval) {
        width = camera.width();
        bandOf = bandsOfRows(p.rows(), camera.height());
        bands = Arrays.stream(bandOf).max().getAsInt() + 1;
        forget = -StrictMath.expm1(-p.forgetting() * interval);
        drift = halfKernel(p.drift() * Math.sqrt(interval), width);
        evidence = evidence(p, width, camera.height());
        belief = new double[bands * width];
        Arrays.fill(belief, 1.0 / width);
        moved = new double[width];
        told = new double[bands * width];
    }

    int bands() {
        return bands;
    }

    /** p_b(m), the probability of column {@code m} in a band. */
    double at(int band, int m) {
        return belief[band * width + m];
    }

    /** Lets an interval pass in which these events came. */
    void see(Events events) {
        collect(events);
        for (int band = 0; band < bands; band++) {
            move(band * width);
            learn(band * width);
        }
    }

    /** ln of the product of (2) over the events of an interval. */
    private void collect(Events events) {
        Arrays.fill(told, 0);
        for (int k = 0; k < events.size(); k++) {
            int row = events.pixel(k) / width;
            if (bandOf[row] >= 0) {
                int first = bandOf[row] * width;
                int from = row * (2 * width - 1) + width - 1 - events.pixel(k) % width;
                for (int m = 0; m < width; m++) {
                    told[first + m] += evidence[from + m];
                }
            }
        }
    }

    /** (1) for the band whose columns begin at {@code first}; what drifts out at a border stays there. */
    private void move(int first) {
        double even = forget / width;
        Arrays.fill(moved, even);
        for (int n = 0; n < width; n++) {
            double p = (1 - forget) * belief[first + n];
            for (int k = 1 - drift.length; k < drift.length; k++) {
                int m = Math.max(0, Math.min(width - 1, n + k));
                moved[m] += p * drift[Math.abs(k)];
            }
        }
    }

    /** (2), for all events of the interval at once. */
    private void learn(int first) {
        double most = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < width; m++) {
            most = Math.max(most, told[first + m]);
        }
        double total = 0;
        for (int m = 0; m < width; m++) {
            double p =
                    Math.max(Double.MIN_NORMAL, moved[m]) * StrictMath.exp(told[first + m] - most);
            belief[first + m] = p;
            total += p;
        }
        for (int m = 0; m < width; m++) {
            belief[first + m] /= total;
        }
    }

    private static int[] bandsOfRows(String rows, int height) {
        int[] bandOf = new int[height];
        Arrays.fill(bandOf, -1);
        int row = 0;
        int band = 0;
        for (String count : rows.strip().split("\\s+", -1)) {
            if (!count.matches("[1-9][0-9]{0,3}") || row + Integer.parseInt(count) > height) {
                throw new IllegalArgumentException(
                        "rows = %s, but must be numbers ≥ 1 separated by blanks, together at most the camera's height of %d pixels."
                                .formatted(rows, height));
            }
            int end = row + Integer.parseInt(count);
            Arrays.fill(bandOf, row, end, band++);
            row = end;
        }
        return bandOf;
    }

    /** k of (1) at 0, 1, … to four standard deviations. */
    private static double[] halfKernel(double deviation, int width) {
        double[] half = new double[Math.min(width, 1 + (int) Math.ceil(4 * deviation))];
        double total = 0;
        for (int n = 0; n < half.length; n++) {
            half[n] = n == 0 ? 1 : StrictMath.exp(-n * n / (2 * deviation * deviation));
            total += n == 0 ? 1 : 2 * half[n];
        }
        for (int n = 0; n < half.length; n++) {
            half[n] /= total;
        }
        return half;
    }

    /** weight·ln L, (3) and (4). */
    private static double[] evidence(ParallelLines.Parameters p, int width, int height) {
        int stride = 2 * width - 1;
        double[] evidence = new double[height * stride];
        for (int row = 0; row < height; row++) {
            double h = p.spacing() * (row + 0.5 - p.horizon()) / (height - p.horizon()); // (4)
            for (int k = 0; k < stride; k++) {
                double x = width - 1 - k; // c − m
                double sum =
                        p.noise()
                                + p.middle() * bell(x, p.blur())
                                + bell(x - h, p.blur())
                                + bell(x + h, p.blur()); // (3)
                evidence[row * stride + k] = p.weight() * StrictMath.log(sum);
            }
        }
        return evidence;
    }

    /** A Gaussian of height 1. */
    static double bell(double x, double deviation) {
        return StrictMath.exp(-x * x / (2 * deviation * deviation));
    }

    void save(DataOutput out) throws IOException {
        for (double p : belief) {
            out.writeDouble(p);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = 0; i < belief.length; i++) {
            belief[i] = in.readDouble();
        }
    }
}
