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
 * Rates: the population is cut into equal groups, one a command channel, in order.
 * <pre>
 *   channel c = gain · mean rate of group c [Hz],  then dead band and saturation                    (1)
 *   rate = activity / (τ, W or N·h)
 * </pre>
 */
public final class GroupRates implements Decoder {
    /** The block {@code decoder} with {@code kind = rates}. */
    public record Parameters(
            @Parameter(
                            value = "command channels, separated by blanks; all: each of them",
                            standard = "all")
                    String channels,
            @Parameter(value = "how spikes become activity", standard = "exponential")
                    Filter filter,
            @Parameter(
                            value = "τ of the exponential filter, length of the window",
                            unit = Unit.MS,
                            standard = "100 ms",
                            range = "(0, 1000000]")
                    double filterTime,
            @Parameter(
                            value = "command a hertz, in the command's unit",
                            standard = "1",
                            range = "[-1000000, 1000000]")
                    double gain,
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
                    Parameters.class, channels, filter, filterTime, gain, saturation, deadBand);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(DecoderProvider.class)
    public static final class GroupRatesProvider implements DecoderProvider<Parameters> {
        @Override
        public String name() {
            return "rates";
        }

        @Override
        public String meaning() {
            return "each channel is the mean rate of its own group of neurons";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Decoder create(
                Parameters parameters, Spec environment, int neurons, Grid grid, long seed) {
            return new GroupRates(parameters, environment, neurons, grid);
        }
    }

    private final Activity activity;
    private final int[] channels;
    private final int group;
    private final double perSpike;
    private final Limits limits;

    private GroupRates(Parameters parameters, Spec environment, int neurons, Grid grid) {
        channels = Channels.indices(environment.command(), "channels", parameters.channels());
        if (neurons % channels.length != 0) {
            throw new IllegalArgumentException(
                    "kind = rates needs the same number of neurons for each of %d channels, but its"
                                    .formatted(channels.length)
                            + " population has %d.".formatted(neurons));
        }
        activity = new Activity(parameters.filter(), parameters.filterTime(), neurons, grid);
        group = neurons / channels.length;
        double time =
                parameters.filter() == Filter.NONE ? grid.interval() : parameters.filterTime();
        perSpike = parameters.gain() * 1000 / time / group;
        limits = new Limits(parameters.saturation(), parameters.deadBand());
    }

    @Override
    public void decode(Spikes spikes, int firstNeuron, double[] command) {
        activity.take(spikes, firstNeuron);
        for (int c = 0; c < channels.length; c++) {
            double sum = 0;
            for (int j = c * group; j < (c + 1) * group; j++) {
                sum += activity.value[j];
            }
            double value = perSpike * sum; // (1)
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
