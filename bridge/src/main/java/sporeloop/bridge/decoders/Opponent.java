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
 * Opponent code: the first half of the population pulls one channel up, the second half down.
 * <pre>
 *   value = gain · (Σ_{j &lt; n/2} a_j − Σ_{j ≥ n/2} a_j),  then dead band and saturation              (1)
 * </pre>
 * a_j is the filtered activity in spikes.
 */
public final class Opponent implements Decoder {
    /** The block {@code decoder} with {@code kind = opponent}. */
    public record Parameters(
            @Parameter(value = "command channel; auto: the first", standard = "auto")
                    String channel,
            @Parameter(value = "how spikes become activity", standard = "exponential")
                    Filter filter,
            @Parameter(
                            value = "τ of the exponential filter, length of the window",
                            unit = Unit.MS,
                            standard = "100 ms",
                            range = "(0, 1000000]")
                    double filterTime,
            @Parameter(
                            value = "command a filtered spike, in the command's unit",
                            standard = "0.2",
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
            Ranges.check(Parameters.class, channel, filter, filterTime, gain, saturation, deadBand);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(DecoderProvider.class)
    public static final class OpponentProvider implements DecoderProvider<Parameters> {
        @Override
        public String name() {
            return "opponent";
        }

        @Override
        public String meaning() {
            return "one half of the neurons pulls up, the other down";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Decoder create(
                Parameters parameters, Spec environment, int neurons, Grid grid, long seed) {
            return new Opponent(parameters, environment, neurons, grid);
        }
    }

    private final Activity activity;
    private final int channel;
    private final double gain;
    private final Limits limits;

    private Opponent(Parameters parameters, Spec environment, int neurons, Grid grid) {
        if (neurons % 2 != 0) {
            throw new IllegalArgumentException(
                    "kind = opponent needs an even number of neurons, but its population has %d."
                            .formatted(neurons));
        }
        activity = new Activity(parameters.filter(), parameters.filterTime(), neurons, grid);
        channel = Channels.index(environment.command(), "channel", parameters.channel(), 0);
        gain = parameters.gain();
        limits = new Limits(parameters.saturation(), parameters.deadBand());
    }

    @Override
    public void decode(Spikes spikes, int firstNeuron, double[] command) {
        activity.take(spikes, firstNeuron);
        int half = activity.value.length / 2;
        double difference = 0;
        for (int j = 0; j < half; j++) {
            difference += activity.value[j] - activity.value[half + j]; // (1)
        }
        double value = gain * difference;
        command[channel] += limits.scale(Math.abs(value)) * value;
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
