package sporeloop.bridge.encoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;
import sporeloop.spore.Spikes;

/**
 * Where the middle of parallel lines on the ground is, as an event camera that looks ahead shows it: for
 * each band of rows a {@link LineBelief} over the columns, and a row of neurons with wide fields that
 * fire as the belief expects them to.
 * <pre>
 *   λ_bi = peak·Σ_m p_b(m)·exp(−(m − c_i)²/2(σ·d)²),  c_i at distance d over the span                (1)
 * </pre>
 * Neuron {@code b * neurons + i}; spikes are Poisson. Noise needs no filter of its own: the belief
 * reckons with it.
 *
 * <p>Source: expected population codes of a distribution (Zemel, Dayan and Pouget 1998).
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
    private final LineBelief belief;
    private final double[] fields; // λ at certainty in a step, [neuron][column]
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
        belief = new LineBelief(p, camera, grid.interval() / 1000);
        fields = fields(p, width, grid.step() / 1000);
        cumulative = new double[belief.bands() * neurons];
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return cumulative.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        belief.see(sensed.events);
        double sum = 0;
        for (int band = 0; band < belief.bands(); band++) {
            sum = accumulate(band, sum);
        }
        poisson.add(steps, sum, cumulative, out, firstNeuron);
    }

    /** (1) for one band, added up from {@code sum} on. */
    private double accumulate(int band, double sum) {
        for (int i = 0; i < neurons; i++) {
            double rate = 0;
            for (int m = 0; m < width; m++) {
                rate += fields[i * width + m] * belief.at(band, m);
            }
            sum += rate;
            cumulative[band * neurons + i] = sum;
        }
        return sum;
    }

    private static double[] fields(Parameters p, int width, double step) {
        double[] fields = new double[p.neurons() * width];
        double distance = p.span() * width / p.neurons(); // d
        double first = (width - 1) / 2.0 - distance * (p.neurons() - 1) / 2.0; // c_0
        for (int i = 0; i < p.neurons(); i++) {
            for (int m = 0; m < width; m++) {
                double x = m - first - i * distance;
                fields[i * width + m] =
                        p.peakRate() * step * LineBelief.bell(x, p.sigma() * distance);
            }
        }
        return fields;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        belief.save(out);
        poisson.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        belief.restore(in);
        poisson.restore(in);
    }
}
