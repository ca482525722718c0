package sporeloop.bridge.encoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Channels;
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
 * Population code: for each observation channel a row of neurons with Gaussian tuning curves.
 * <pre>
 *   λ_i = λmax · exp(−(x − c_i)² / 2(σ·d)²),   c_i = low + (i + ½)·d,  d = (high − low) / neurons    (1)
 * </pre>
 * x is the channel's value, low and high its range or the one given. On a circle the distance x − c_i is
 * the shorter way round. Neuron {@code channel * neurons + i}; spikes are Poisson.
 */
public final class Population implements Encoder {
    /** The block {@code encoder} with {@code kind = population}. */
    public record Parameters(
            @Parameter(
                            value = "observation channels, separated by blanks; all: each of them",
                            standard = "all")
                    String channels,
            @Parameter(value = "neurons a channel", standard = "16", range = "[1, 100000]")
                    int neurons,
            @Parameter(
                            value =
                                    "low and high end of the code, in the channel's unit; auto: the channel's",
                            standard = "auto")
                    String span,
            @Parameter(
                            value = "σ, width of a curve, in distances between neighbours",
                            standard = "1.5",
                            range = "[0.05, 1000]")
                    double sigma,
            @Parameter(
                            value = "λmax, rate at the peak of a curve",
                            unit = Unit.HZ,
                            standard = "60 Hz",
                            range = "[0, 100000]")
                    double peakRate,
            @Parameter(value = "the range is a circle, as of an angle", standard = "false")
                    boolean circular) {
        public Parameters {
            Ranges.check(Parameters.class, channels, neurons, span, sigma, peakRate, circular);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class PopulationProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "population";
        }

        @Override
        public String meaning() {
            return "Gaussian tuning curves, a population for each channel";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new Population(parameters, environment, grid, seed);
        }
    }

    private final int[] channels;
    private final double[] low;
    private final double[] spacing;
    private final double[] rates;
    private final int neurons;
    private final double precision;
    private final double peak;
    private final boolean circular;
    private final PoissonSpikes poisson;

    private Population(Parameters parameters, Spec environment, Grid grid, long seed) {
        channels = Channels.indices(environment.observation(), "channels", parameters.channels());
        neurons = parameters.neurons();
        low = new double[channels.length];
        spacing = new double[channels.length];
        rates = new double[channels.length * neurons];
        for (int i = 0; i < channels.length; i++) {
            double[] span =
                    Channels.span(
                            environment.observation().get(channels[i]), "span", parameters.span());
            low[i] = span[0];
            spacing[i] = (span[1] - span[0]) / neurons;
        }
        precision = 1 / (2 * parameters.sigma() * parameters.sigma());
        peak = parameters.peakRate() * grid.step() / 1000;
        circular = parameters.circular();
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return rates.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        double sum = 0;
        for (int c = 0; c < channels.length; c++) {
            double at = (sensed.observation[channels[c]] - low[c]) / spacing[c] - 0.5;
            for (int i = 0; i < neurons; i++) {
                double distance = i - at;
                if (circular) {
                    distance -= neurons * Math.rint(distance / neurons);
                }
                sum += peak * StrictMath.exp(-distance * distance * precision); // (1)
                rates[c * neurons + i] = sum;
            }
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
