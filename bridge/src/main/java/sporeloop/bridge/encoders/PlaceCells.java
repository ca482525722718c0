package sporeloop.bridge.encoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Channels;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Channel;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;
import sporeloop.spore.Spikes;

/**
 * Place cells: neurons on a grid over two observation channels, each with a Gaussian field.
 * <pre>
 *   λ(column, row) = λmax · exp(−((column + ½ − u)² + (row + ½ − v)²) / 2σ²)                    (1)
 *   u, v = position in cells from the left and from the top
 * </pre>
 * Neuron {@code row * columns + column}, row 0 on top, like a camera's pixels. Spikes are Poisson. As
 * the field is a product of one factor a column and one a row, (1) needs columns + rows exponentials
 * an interval, and drawing costs as much as the spikes that are drawn.
 */
public final class PlaceCells implements Encoder {
    /** The block {@code encoder} with {@code kind = place-cells}. */
    public record Parameters(
            @Parameter(value = "cells from left to right", standard = "16", range = "[1, 1024]")
                    int columns,
            @Parameter(value = "cells from top to bottom", standard = "16", range = "[1, 1024]")
                    int rows,
            @Parameter(value = "observation channel that runs from left to right", standard = "x")
                    String x,
            @Parameter(value = "observation channel that runs from bottom to top", standard = "y")
                    String y,
            @Parameter(
                            value = "σ, width of a field, in cells",
                            standard = "1.5",
                            range = "[0.05, 1000]")
                    double sigma,
            @Parameter(
                            value = "λmax, rate in the middle of a field",
                            unit = Unit.HZ,
                            standard = "60 Hz",
                            range = "[0, 100000]")
                    double peakRate) {
        public Parameters {
            Ranges.check(Parameters.class, columns, rows, x, y, sigma, peakRate);
        }
    }

    /** Finds place cells by their name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class PlaceCellsProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "place-cells";
        }

        @Override
        public String meaning() {
            return "neurons on a grid over two observation channels, each with a Gaussian field";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new PlaceCells(parameters, environment, grid, seed);
        }
    }

    private final int xChannel;
    private final int yChannel;
    private final Channel x;
    private final Channel y;
    private final double[] columns;
    private final double[] rows;
    private final double precision;
    private final double peak;
    private final PoissonSpikes poisson;

    private PlaceCells(Parameters parameters, Spec environment, Grid grid, long seed) {
        xChannel = Channels.index(environment.observation(), "x", parameters.x());
        yChannel = Channels.index(environment.observation(), "y", parameters.y());
        x = environment.observation().get(xChannel);
        y = environment.observation().get(yChannel);
        columns = new double[parameters.columns()];
        rows = new double[parameters.rows()];
        precision = 1 / (2 * parameters.sigma() * parameters.sigma());
        peak = parameters.peakRate() * grid.step() / 1000;
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return columns.length * rows.length;
    }

    @Override
    public int columns() {
        return columns.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        double u = (sensed.observation[xChannel] - x.min()) / (x.max() - x.min());
        double v = (y.max() - sensed.observation[yChannel]) / (y.max() - y.min());
        double sum = fields(columns, u) * fields(rows, v);
        poisson.add(steps, peak * sum, columns, rows, out, firstNeuron);
    }

    /** Fills in the cumulative sums of one factor of (1); returns the whole sum. */
    private double fields(double[] cumulative, double position) {
        double at = position * cumulative.length - 0.5;
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            double distance = i - at;
            sum += StrictMath.exp(-distance * distance * precision);
            cumulative[i] = sum;
        }
        return sum;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        poisson.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        poisson.restore(in);
    }
}
