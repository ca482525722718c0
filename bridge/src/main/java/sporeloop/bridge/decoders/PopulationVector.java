package sporeloop.bridge.decoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Channels;
import sporeloop.bridge.Decoder;
import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;
import sporeloop.spore.Spikes;

/**
 * Population vector: each neuron pulls in its preferred direction, by its filtered activity a_j.
 * <pre>
 *   (x, y) = gain · Σ_j a_j · (cos φ_j, sin φ_j),   φ_j = 2π·j / neurons                        (1)
 *   0 if |(x, y)| &lt; dead band;  shortened to the saturation if longer                        (2)
 * </pre>
 * Source: Georgopoulos, Schwartz, Kettner 1986, with directions evenly spaced in the plane.
 */
public final class PopulationVector implements Decoder {
    /** The block {@code decoder} with {@code kind = population-vector}. */
    public record Parameters(
            @Parameter(
                            value = "command channel of the directions' cosines; auto: the first",
                            standard = "auto")
                    String x,
            @Parameter(
                            value = "command channel of the directions' sines; auto: the second",
                            standard = "auto")
                    String y,
            @Parameter(value = "how spikes become activity", standard = "exponential")
                    Filter filter,
            @Parameter(
                            value = "τ of the exponential filter, length of the window",
                            unit = Unit.MS,
                            standard = "100 ms",
                            range = "(0, 1000000]")
                    double filterTime,
            @Parameter(
                            value = "length of the vector a filtered spike, in the command's unit",
                            standard = "0.2",
                            range = "[-1000000, 1000000]")
                    double gain,
            @Parameter(
                            value = "greatest length, in the command's unit; 0: none",
                            standard = "0",
                            range = "[0, 1000000]")
                    double saturation,
            @Parameter(
                            value = "length below which the vector counts as 0",
                            standard = "0",
                            range = "[0, 1000000]")
                    double deadBand) {
        public Parameters {
            Ranges.check(Parameters.class, x, y, filter, filterTime, gain, saturation, deadBand);
        }
    }

    /** Finds the population vector by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(DecoderProvider.class)
    public static final class PopulationVectorProvider implements DecoderProvider<Parameters> {
        @Override
        public String name() {
            return "population-vector";
        }

        @Override
        public String meaning() {
            return "each neuron pulls in its own direction of the plane";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Decoder create(
                Parameters parameters, Spec environment, int neurons, Grid grid, long seed) {
            return new PopulationVector(parameters, environment, neurons, grid);
        }
    }

    private final Activity activity;
    private final double[] cosine;
    private final double[] sine;
    private final int x;
    private final int y;
    private final Limits limits;

    private PopulationVector(Parameters parameters, Spec environment, int neurons, Grid grid) {
        activity = new Activity(parameters.filter(), parameters.filterTime(), neurons, grid);
        x = Channels.index(environment.command(), "x", parameters.x(), 0);
        y = Channels.index(environment.command(), "y", parameters.y(), 1);
        limits = new Limits(parameters.saturation(), parameters.deadBand());
        cosine = new double[neurons];
        sine = new double[neurons];
        for (int j = 0; j < neurons; j++) {
            double direction = 2 * Math.PI * j / neurons;
            cosine[j] = parameters.gain() * StrictMath.cos(direction);
            sine[j] = parameters.gain() * StrictMath.sin(direction);
        }
    }

    @Override
    public void decode(Spikes spikes, int firstNeuron, double[] command) {
        activity.take(spikes, firstNeuron);
        double sumX = 0;
        double sumY = 0;
        for (int j = 0; j < cosine.length; j++) { // (1)
            sumX += cosine[j] * activity.value[j];
            sumY += sine[j] * activity.value[j];
        }
        double scale = limits.scale(Math.sqrt(sumX * sumX + sumY * sumY)); // (2)
        command[x] += scale * sumX;
        command[y] += scale * sumY;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        activity.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        activity.restore(in);
    }
}
