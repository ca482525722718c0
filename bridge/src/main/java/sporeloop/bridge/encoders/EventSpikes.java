package sporeloop.bridge.encoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Events;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.spore.Spikes;

/**
 * The events of the task's camera as spikes: each event is one spike of its pixel's neuron, in the step
 * of its time. Blocks of {@code pool-x} × {@code pool-y} pixels share a neuron.
 * <pre>
 *   neuron = (row / poolY) · (width / poolX) + column / poolX,   + pooled pixels for OFF if apart    (1)
 * </pre>
 * Has no randomness and no state.
 */
public final class EventSpikes implements Encoder {
    /** The block {@code encoder} with {@code kind = events}. */
    public record Parameters(
            @Parameter(value = "what is done with ON and OFF events", standard = "merged")
                    Polarity polarity,
            @Parameter(
                            value = "columns of pixels that share a neuron",
                            standard = "1",
                            range = "[1, 4096]")
                    int poolX,
            @Parameter(
                            value = "rows of pixels that share a neuron",
                            standard = "1",
                            range = "[1, 4096]")
                    int poolY) {
        public Parameters {
            Ranges.check(Parameters.class, polarity, poolX, poolY);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class EventSpikesProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "events";
        }

        @Override
        public String meaning() {
            return "spikes of an event camera, pooled, ON and OFF merged or apart";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new EventSpikes(parameters, environment, grid);
        }
    }

    private final Polarity polarity;
    private final int width;
    private final int poolX;
    private final int poolY;
    private final int columns;
    private final int neurons;
    private final double stepSeconds;

    private EventSpikes(Parameters parameters, Spec environment, Grid grid) {
        Spec.Camera camera = environment.camera();
        if (camera.width() == 0) {
            throw new IllegalArgumentException(
                    "kind = events needs a task with an event camera, but %s has none. Give it one, or"
                                    .formatted(environment.name())
                            + " encode its observation.");
        }
        polarity = parameters.polarity();
        width = camera.width();
        poolX = divisor("pool-x", parameters.poolX(), "width", width);
        poolY = divisor("pool-y", parameters.poolY(), "height", camera.height());
        columns = width / poolX;
        neurons = columns * (camera.height() / poolY);
        stepSeconds = grid.step() / 1000;
    }

    @Override
    public int size() {
        return polarity == Polarity.APART ? 2 * neurons : neurons;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        Events events = sensed.events;
        for (int k = 0; k < events.size(); k++) {
            boolean on = events.on(k);
            if (on ? polarity == Polarity.OFF : polarity == Polarity.ON) {
                continue;
            }
            int step = Math.max(0, Math.min(steps - 1, (int) (events.time(k) / stepSeconds)));
            int pixel = events.pixel(k);
            int neuron = pixel / width / poolY * columns + pixel % width / poolX; // (1)
            boolean apart = !on && polarity == Polarity.APART;
            out.add(step, firstNeuron + neuron + (apart ? neurons : 0));
        }
    }

    private static int divisor(String key, int pool, String side, int pixels) {
        if (pixels % pool != 0) {
            throw new IllegalArgumentException(
                    "%s = %d does not divide the camera's %s of %d pixels."
                            .formatted(key, pool, side, pixels));
        }
        return pool;
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
