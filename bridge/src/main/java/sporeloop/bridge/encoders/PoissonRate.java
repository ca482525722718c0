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
 * Poisson neurons, one an observation channel, whose rate rises linearly with the channel's value x.
 * <pre>
 *   λ = λmin + (λmax − λmin) · (x − low) / (high − low),  x held within the channel's range        (1)
 * </pre>
 * A channel that is itself a rate from 0 to λmax fires at just that rate.
 */
public final class PoissonRate implements Encoder {
    /** The block {@code encoder} with {@code kind = poisson-rate}. */
    public record Parameters(
            @Parameter(
                            value = "observation channels, separated by blanks; all: each of them",
                            standard = "all")
                    String channels,
            @Parameter(
                            value = "λmin, rate at the low end of the channel's range",
                            unit = Unit.HZ,
                            standard = "0 Hz",
                            range = "[0, 100000]")
                    double minRate,
            @Parameter(
                            value = "λmax, rate at the high end of the channel's range",
                            unit = Unit.HZ,
                            standard = "200 Hz",
                            range = "[0, 100000]")
                    double maxRate) {
        public Parameters {
            Ranges.check(Parameters.class, channels, minRate, maxRate);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class PoissonRateProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "poisson-rate";
        }

        @Override
        public String meaning() {
            return "one neuron a channel, firing at a rate that rises with its value";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new PoissonRate(parameters, environment, grid, seed);
        }
    }

    private final int[] channels;
    private final double[] low;
    private final double[] slope;
    private final double[] rates;
    private final double minRate;
    private final double maxRate;
    private final PoissonSpikes poisson;

    private PoissonRate(Parameters parameters, Spec environment, Grid grid, long seed) {
        channels = Channels.indices(environment.observation(), "channels", parameters.channels());
        low = new double[channels.length];
        slope = new double[channels.length];
        rates = new double[channels.length];
        minRate = parameters.minRate() * grid.step() / 1000;
        maxRate = parameters.maxRate() * grid.step() / 1000;
        for (int i = 0; i < channels.length; i++) {
            Channel channel = environment.observation().get(channels[i]);
            low[i] = channel.min();
            slope[i] = (maxRate - minRate) / (channel.max() - channel.min());
        }
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return channels.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        double sum = 0;
        double least = Math.min(minRate, maxRate);
        double greatest = Math.max(minRate, maxRate);
        for (int i = 0; i < channels.length; i++) {
            double rate = minRate + slope[i] * (sensed.observation[channels[i]] - low[i]); // (1)
            sum += Math.max(least, Math.min(greatest, rate));
            rates[i] = sum;
        }
        poisson.add(steps, sum, rates, out, firstNeuron);
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
