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
import sporeloop.spore.Spikes;

/**
 * Latency code: each observation channel fires once an exchange interval of N steps, the earlier the
 * larger its value.
 * <pre>
 *   step = round((N − 1) · (1 − q)),   q = (x − low) / (high − low);   silent if q &lt; threshold      (1)
 * </pre>
 * Has no randomness and no state.
 */
public final class Latency implements Encoder {
    /** The block {@code encoder} with {@code kind = latency}. */
    public record Parameters(
            @Parameter(
                            value = "observation channels, separated by blanks; all: each of them",
                            standard = "all")
                    String channels,
            @Parameter(
                            value = "share of the channel's range below which it stays silent",
                            standard = "0",
                            range = "[0, 1]")
                    double threshold) {
        public Parameters {
            Ranges.check(Parameters.class, channels, threshold);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class LatencyProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "latency";
        }

        @Override
        public String meaning() {
            return "one spike a channel and interval, the earlier the larger its value";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new Latency(parameters, environment);
        }
    }

    private final int[] channels;
    private final double[] low;
    private final double[] range;
    private final int[] fires;
    private final double threshold;

    private Latency(Parameters parameters, Spec environment) {
        channels = Channels.indices(environment.observation(), "channels", parameters.channels());
        low = new double[channels.length];
        range = new double[channels.length];
        fires = new int[channels.length];
        for (int i = 0; i < channels.length; i++) {
            Channel channel = environment.observation().get(channels[i]);
            low[i] = channel.min();
            range[i] = channel.max() - channel.min();
        }
        threshold = parameters.threshold();
    }

    @Override
    public int size() {
        return channels.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        for (int i = 0; i < channels.length; i++) {
            double q = (sensed.observation[channels[i]] - low[i]) / range[i];
            q = Math.max(0, Math.min(1, q));
            fires[i] = q < threshold ? -1 : (int) Math.round((steps - 1) * (1 - q)); // (1)
        }
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < fires.length; i++) {
                if (fires[i] == step) {
                    out.add(step, firstNeuron + i);
                }
            }
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        // nothing to remember
    }

    @Override
    public void restore(DataInput in) throws IOException {
        // nothing to remember
    }
}
