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
 * Winner takes all: the population is cut into equal groups, each of which stands for one value of a
 * command channel; the most active one decides.
 * <pre>
 *   value of group g = low + (high − low) · g / (groups − 1),   low and high the channel's range      (1)
 * </pre>
 * A tie keeps the last winner if it is among the most active, else the first of them wins. While nobody
 * is active the command is 0.
 */
public final class WinnerTakeAll implements Decoder {
    /** The block {@code decoder} with {@code kind = winner-take-all}. */
    public record Parameters(
            @Parameter(value = "command channel; auto: the first", standard = "auto")
                    String channel,
            @Parameter(value = "values to choose from", standard = "2", range = "[2, 100000]")
                    int groups,
            @Parameter(
                            value =
                                    "low and high end of the values, in the command's unit; auto: the channel's",
                            standard = "auto")
                    String span,
            @Parameter(value = "how spikes become activity", standard = "exponential")
                    Filter filter,
            @Parameter(
                            value = "τ of the exponential filter, length of the window",
                            unit = Unit.MS,
                            standard = "100 ms",
                            range = "(0, 1000000]")
                    double filterTime) {
        public Parameters {
            Ranges.check(Parameters.class, channel, groups, span, filter, filterTime);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(DecoderProvider.class)
    public static final class WinnerTakeAllProvider implements DecoderProvider<Parameters> {
        @Override
        public String name() {
            return "winner-take-all";
        }

        @Override
        public String meaning() {
            return "the most active group of neurons decides the value";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Decoder create(
                Parameters parameters, Spec environment, int neurons, Grid grid, long seed) {
            return new WinnerTakeAll(parameters, environment, neurons, grid);
        }
    }

    private final Activity activity;
    private final int channel;
    private final double[] values;
    private final int group;
    private int winner;

    private WinnerTakeAll(Parameters parameters, Spec environment, int neurons, Grid grid) {
        if (neurons % parameters.groups() != 0) {
            throw new IllegalArgumentException(
                    "groups = %d does not divide the population's %d neurons."
                            .formatted(parameters.groups(), neurons));
        }
        activity = new Activity(parameters.filter(), parameters.filterTime(), neurons, grid);
        channel = Channels.index(environment.command(), "channel", parameters.channel(), 0);
        double[] span =
                Channels.span(environment.command().get(channel), "span", parameters.span());
        values = new double[parameters.groups()];
        for (int g = 0; g < values.length; g++) {
            values[g] = span[0] + (span[1] - span[0]) * g / (values.length - 1); // (1)
        }
        group = neurons / values.length;
    }

    @Override
    public void decode(Spikes spikes, int firstNeuron, double[] command) {
        activity.take(spikes, firstNeuron);
        double most = sum(winner);
        for (int g = 0; g < values.length; g++) {
            double sum = sum(g);
            if (sum > most) {
                most = sum;
                winner = g;
            }
        }
        if (most > 0) {
            command[channel] += values[winner];
        }
    }

    private double sum(int g) {
        double sum = 0;
        for (int j = g * group; j < (g + 1) * group; j++) {
            sum += activity.value[j];
        }
        return sum;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        activity.save(out);
        out.writeInt(winner);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        activity.restore(in);
        winner = in.readInt();
    }
}
