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
 * Constant source: neurons that fire regularly, evenly shifted against each other.
 * <pre>
 *   neuron j fires in steps  ≡ floor(j · P / neurons)  mod P,   P = period in steps                 (1)
 * </pre>
 */
public final class Constant implements Encoder {
    /** The block {@code encoder} with {@code kind = constant}. */
    public record Parameters(
            @Parameter(value = "neurons", standard = "1", range = "[1, 1000000]") int neurons,
            @Parameter(
                            value = "P, time between two spikes of a neuron",
                            unit = Unit.STEPS,
                            standard = "20 ms",
                            range = "[1, 1000000000]")
                    long period) {
        public Parameters {
            Ranges.check(Parameters.class, neurons, period);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class ConstantProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public String meaning() {
            return "neurons that fire at fixed intervals, whatever is sensed";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new Constant(parameters);
        }
    }

    private final int neurons;
    private final long period;
    private long now;

    private Constant(Parameters parameters) {
        neurons = parameters.neurons();
        period = parameters.period();
    }

    @Override
    public int size() {
        return neurons;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        for (int step = 0; step < steps; step++) {
            for (int j = 0; j < neurons; j++) {
                if ((now + step) % period == j * period / neurons) { // (1)
                    out.add(step, firstNeuron + j);
                }
            }
        }
        now += steps;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(now);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        now = in.readLong();
    }
}
