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
 * Exploration source: Poisson neurons that drive the agent to move, always or only in intervals in which
 * the camera saw nothing: a body at rest makes no events.
 */
public final class Exploration implements Encoder {
    /** The block {@code encoder} with {@code kind = exploration}. */
    public record Parameters(
            @Parameter(value = "neurons", standard = "1", range = "[1, 1000000]") int neurons,
            @Parameter(
                            value = "rate of each neuron",
                            unit = Unit.HZ,
                            standard = "60 Hz",
                            range = "[0, 100000]")
                    double rate,
            @Parameter(
                            value = "silent in intervals in which the camera had events",
                            standard = "false")
                    boolean onlyWithoutEvents) {
        public Parameters {
            Ranges.check(Parameters.class, neurons, rate, onlyWithoutEvents);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class ExplorationProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "exploration";
        }

        @Override
        public String meaning() {
            return "neurons that fire at random, always or while the senses are silent";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new Exploration(parameters, grid, seed);
        }
    }

    private final double[] cumulative;
    private final double mean;
    private final boolean onlyWithoutEvents;
    private final PoissonSpikes poisson;

    private Exploration(Parameters parameters, Grid grid, long seed) {
        cumulative = new double[parameters.neurons()];
        for (int j = 0; j < cumulative.length; j++) {
            cumulative[j] = j + 1;
        }
        mean = parameters.neurons() * parameters.rate() * grid.step() / 1000;
        onlyWithoutEvents = parameters.onlyWithoutEvents();
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return cumulative.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        if (!onlyWithoutEvents || sensed.events.size() == 0) {
            poisson.add(steps, mean, cumulative, out, firstNeuron);
        }
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
