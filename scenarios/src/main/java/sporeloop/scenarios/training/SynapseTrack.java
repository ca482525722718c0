package sporeloop.scenarios.training;

import java.util.Arrays;
import java.util.function.Supplier;
import sporeloop.bridge.Exchange;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.spore.plasticity.PlasticSynapses;

/** One number of each synapse of a projection, as of the last weight update. */
final class SynapseTrack implements Track {
    /** What number. */
    interface Value {
        /** That of synapse {@code k}. */
        double of(PlasticSynapses synapses, int k);
    }

    private final Stream stream;
    private final Value value;
    private final Supplier<PlasticSynapses> synapses;
    private final Every every;
    private final double[] values;

    SynapseTrack(Stream stream, Value value, Supplier<PlasticSynapses> synapses, Every every) {
        this.stream = stream;
        this.value = value;
        this.synapses = synapses;
        this.every = every;
        values = new double[stream.width()];
    }

    @Override
    public Stream stream() {
        return stream;
    }

    @Override
    public void begin(Exchange exchange, int number, Reel reel) {
        sample(0, number, reel);
    }

    @Override
    public void record(Exchange exchange, long step, int number, Reel reel) {
        if (every.at(exchange.interval())) {
            sample(Tracks.last(exchange, step), number, reel);
        }
    }

    private void sample(long step, int number, Reel reel) {
        PlasticSynapses all = synapses.get();
        int left = Math.min(values.length, all.count());
        for (int k = 0; k < left; k++) {
            values[k] = value.of(all, k);
        }
        Arrays.fill(values, left, values.length, Double.NaN); // those that a lesion took
        reel.sample(number, step, values);
    }
}
