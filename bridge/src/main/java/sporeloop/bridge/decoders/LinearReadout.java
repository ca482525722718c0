package sporeloop.bridge.decoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
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
 * Linear readout: each command channel is a weighted sum of the filtered activities.
 * <pre>
 *   channel c = offset + gain · Σ_j W[c · neurons + j] · a_j,  then dead band and saturation         (1)
 * </pre>
 */
public final class LinearReadout implements Decoder {
    /** The block {@code decoder} with {@code kind = linear}. */
    public record Parameters(
            @Parameter(
                            value = "command channels, separated by blanks; all: each of them",
                            standard = "all")
                    String channels,
            @Parameter(value = "W, a row of as many weights as neurons for each channel")
                    List<Double> weights,
            @Parameter(value = "how spikes become activity", standard = "exponential")
                    Filter filter,
            @Parameter(
                            value = "τ of the exponential filter, length of the window",
                            unit = Unit.MS,
                            standard = "100 ms",
                            range = "(0, 1000000]")
                    double filterTime,
            @Parameter(
                            value = "command a weighted spike, in the command's unit",
                            standard = "1",
                            range = "[-1000000, 1000000]")
                    double gain,
            @Parameter(
                            value = "command at rest, in the command's unit",
                            standard = "0",
                            range = "[-1000000, 1000000]")
                    double offset,
            @Parameter(
                            value = "greatest magnitude, in the command's unit; 0: none",
                            standard = "0",
                            range = "[0, 1000000]")
                    double saturation,
            @Parameter(
                            value = "magnitude below which the command counts as 0",
                            standard = "0",
                            range = "[0, 1000000]")
                    double deadBand) {
        public Parameters {
            Ranges.check(
                    Parameters.class,
                    channels,
                    weights,
                    filter,
                    filterTime,
                    gain,
                    offset,
                    saturation,
                    deadBand);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(DecoderProvider.class)
    public static final class LinearReadoutProvider implements DecoderProvider<Parameters> {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public String meaning() {
            return "each channel is a weighted sum of the activities";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Decoder create(
                Parameters parameters, Spec environment, int neurons, Grid grid, long seed) {
            return new LinearReadout(parameters, environment, neurons, grid);
        }
    }

    private final Activity activity;
    private final int[] channels;
    private final double[] weights;
    private final double offset;
    private final Limits limits;

    private LinearReadout(Parameters parameters, Spec environment, int neurons, Grid grid) {
        channels = Channels.indices(environment.command(), "channels", parameters.channels());
        if (parameters.weights().size() != neurons * channels.length) {
            throw new IllegalArgumentException(
                    "weights has %d numbers, but %d channels of %d neurons need %d."
                            .formatted(
                                    parameters.weights().size(),
                                    channels.length,
                                    neurons,
                                    neurons * channels.length));
        }
        activity = new Activity(parameters.filter(), parameters.filterTime(), neurons, grid);
        weights = new double[neurons * channels.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = parameters.gain() * parameters.weights().get(i);
        }
        offset = parameters.offset();
        limits = new Limits(parameters.saturation(), parameters.deadBand());
    }

    @Override
    public void decode(Spikes spikes, int firstNeuron, double[] command) {
        activity.take(spikes, firstNeuron);
        int neurons = activity.value.length;
        for (int c = 0; c < channels.length; c++) {
            double value = offset;
            for (int j = 0; j < neurons; j++) {
                value += weights[c * neurons + j] * activity.value[j]; // (1)
            }
            command[channels[c]] += limits.scale(Math.abs(value)) * value;
        }
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
