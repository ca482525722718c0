package sporeloop.bridge.encoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Events;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;
import sporeloop.spore.Spikes;

/**
 * Where the middle of parallel lines on the ground is, as an event camera that looks ahead shows it: for
 * each band of rows a belief over the columns, moved by each event, and a row of neurons with wide
 * fields that fire as the belief expects them to.
 * <pre>
 *   p_b(m) ← (1 − ρ)·Σ_n k(m − n)·p_b(n) + ρ/W    in each interval, k Gaussian of width drift·√interval,
 *                                                 ρ = 1 − exp(−forgetting·interval)               (1)
 *   p_b(m) ← p_b(m)·L(m)^weight / Σ           at each event in row r, column c of the band          (2)
 *   L(m) = noise + g(c − m)·middle + g(c − m − h_r) + g(c − m + h_r),  g(x) = exp(−x²/2·blur²)      (3)
 *   h_r = spacing·(r + ½ − horizon)/(H − horizon)                                                  (4)
 *   λ_bi = peak·Σ_m p_b(m)·exp(−(m − c_i)²/2(σ·d)²),  c_i at distance d over the span                (5)
 * </pre>
 * W and H are the picture's width and height. An event may be of the left line, the middle one, the
 * right one, or noise, and (3) leaves that open; what came before and after decides. Neuron {@code
 * b * neurons + i}; spikes are Poisson.
 *
 * <p>Source: a histogram filter (Thrun, Burgard and Fox 2005, "Probabilistic Robotics", chapter 4), its
 * expected population code. (4) is the perspective of a flat ground. Deviation: events of one edge tell
 * the same, hence a weight below 1 in (2).
 */
public final class ParallelLines implements Encoder {
    /** The block {@code encoder} with {@code kind = parallel-lines}. */
    public record Parameters(
            @Parameter(
                            value = "rows of pixels of each band, from the picture's top down",
                            standard = "2 2 4")
                    String rows,
            @Parameter(
                            value = "row of the horizon; below 0 if it is above the picture",
                            standard = "-1",
                            range = "[-100000, 0]")
                    double horizon,
            @Parameter(
                            value =
                                    "columns between the middle and an outer line at the picture's lower border",
                            standard = "8",
                            range = "[0, 100000]")
                    double spacing,
            @Parameter(
                            value =
                                    "how often events are of the middle line, to one of an outer line",
                            standard = "0.5",
                            range = "[0, 1000]")
                    double middle,
            @Parameter(
                            value = "how often events are of no line, to one of an outer line",
                            standard = "0.05",
                            range = "[0.000001, 1000]")
                    double noise,
            @Parameter(
                            value = "how far events are from their line, in columns",
                            standard = "2",
                            range = "[0.05, 1000]")
                    double blur,
            @Parameter(
                            value =
                                    "how much an event counts, to one that tells something of its own",
                            standard = "0.1",
                            range = "[0, 1]")
                    double weight,
            @Parameter(
                            value = "columns by which the lines move in a second, at random",
                            standard = "7",
                            range = "[0, 100000]")
                    double drift,
            @Parameter(
                            value = "how often the lines are suddenly elsewhere",
                            unit = Unit.HZ,
                            standard = "0.1 Hz",
                            range = "[0, 100000]")
                    double forgetting,
            @Parameter(value = "neurons a band", standard = "16", range = "[1, 4096]") int neurons,
            @Parameter(
                            value = "share of the width, in its middle, that the neurons divide",
                            standard = "1",
                            range = "(0, 10]")
                    double span,
            @Parameter(
                            value = "σ, width of a neuron's field, in distances between neighbours",
                            standard = "1.5",
                            range = "[0.05, 1000]")
                    double sigma,
            @Parameter(
                            value = "rate at the peak of a field when there is no doubt",
                            unit = Unit.HZ,
                            standard = "60 Hz",
                            range = "[0, 100000]")
                    double peakRate) {
        public Parameters {
            Ranges.check(
                    Parameters.class,
                    rows,
                    horizon,
                    spacing,
                    middle,
                    noise,
                    blur,
                    weight,
                    drift,
                    forgetting,
                    neurons,
                    span,
                    sigma,
                    peakRate);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class ParallelLinesProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "parallel-lines";
        }

        @Override
        public String meaning() {
            return "where an event camera's evidence puts the middle of three lines ahead";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new ParallelLines(parameters, environment, grid, seed);
        }
    }

    private final int width;
    private final int neurons;
    private final int bands;
    private final int[] bandOf; // of each row; −1: none
    private final double forget; // ρ
    private final double[] drift; // k at 0, 1, …
    private final double[] evidence; // weight·ln L, [row][m − c + W − 1]
    private final double[] fields; // λ at certainty in a step, [neuron][column]
    private final double[] belief; // p, [band][column]
    private final double[] moved; // of one band, [column]
    private final double[] told; // sums of the evidence of an interval, [band][column]
    private final double[] cumulative;
    private final PoissonSpikes poisson;

    private ParallelLines(Parameters p, Spec environment, Grid grid, long seed) {
        Spec.Camera camera = environment.camera();
        if (camera.width() == 0) {
            throw new IllegalArgumentException(
                    "kind = parallel-lines needs a task with an event camera, but %s has none. Give it one, or"
                                    .formatted(environment.name())
                            + " encode its observation.");
        }
        width = camera.width();
        neurons = p.neurons();
        bandOf = bandsOfRows(p.rows(), camera.height());
        bands = Arrays.stream(bandOf).max().getAsInt() + 1;
        double seconds = grid.interval() / 1000;
        forget = -StrictMath.expm1(-p.forgetting() * seconds);
        drift = halfKernel(p.drift() * Math.sqrt(seconds), width);
        evidence = evidence(p, width, camera.height());
        fields = fields(p, width, grid.step() / 1000);
        belief = new double[bands * width];
        Arrays.fill(belief, 1.0 / width);
        moved = new double[width];
        told = new double[bands * width];
        cumulative = new double[bands * neurons];
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return cumulative.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        collect(sensed.events);
        double sum = 0;
        for (int band = 0; band < bands; band++) {
            move(band * width);
            learn(band * width);
            sum = accumulate(band, sum);
        }
        poisson.add(steps, sum, cumulative, out, firstNeuron);
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
            double p = moved[m] * StrictMath.exp(told[first + m] - most);
            belief[first + m] = p;
            total += p;
        }
        for (int m = 0; m < width; m++) {
            belief[first + m] /= total;
        }
    }

    /** (5) for one band, added up from {@code sum} on. */
    private double accumulate(int band, double sum) {
        for (int i = 0; i < neurons; i++) {
            double rate = 0;
            for (int m = 0; m < width; m++) {
                rate += fields[i * width + m] * belief[band * width + m];
            }
            sum += rate;
            cumulative[band * neurons + i] = sum;
        }
        return sum;
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
    private static double[] evidence(Parameters p, int width, int height) {
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

    private static double[] fields(Parameters p, int width, double step) {
        double[] fields = new double[p.neurons() * width];
        double distance = p.span() * width / p.neurons(); // d
        double first = (width - 1) / 2.0 - distance * (p.neurons() - 1) / 2.0; // c_0
        for (int i = 0; i < p.neurons(); i++) {
            for (int m = 0; m < width; m++) {
                double x = m - first - i * distance;
                fields[i * width + m] = p.peakRate() * step * bell(x, p.sigma() * distance);
            }
        }
        return fields;
    }

    private static double bell(double x, double deviation) {
        return StrictMath.exp(-x * x / (2 * deviation * deviation));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (double p : belief) {
            out.writeDouble(p);
        }
        poisson.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        for (int i = 0; i < belief.length; i++) {
            belief[i] = in.readDouble();
        }
        poisson.restore(in);
    }
}
