package sporeloop.scenarios.training;

import java.util.Arrays;
import java.util.function.Supplier;
import sporeloop.bridge.Exchange;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.spore.connectivity.Pairs;

/**
 * Which neurons each synapse of a projection connects, where the rewiring moves or deletes synapses:
 * presynaptic neuron × postsynaptic neurons + postsynaptic neuron.
 */
final class ConnectionTrack implements Track {
    private final Stream stream;
    private final Supplier<Pairs> connectivity;
    private final Every every;
    private final double[] values;

    ConnectionTrack(Stream stream, Supplier<Pairs> connectivity, Every every) {
        this.stream = stream;
        this.connectivity = connectivity;
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
        Pairs pairs = connectivity.get();
        for (int pre = 0; pre < pairs.pres; pre++) {
            for (int pair = pairs.row[pre]; pair < pairs.row[pre + 1]; pair++) {
                double connection = (double) pre * pairs.posts + pairs.post[pair];
                Arrays.fill(values, pairs.first[pair], pairs.first[pair + 1], connection);
            }
        }
        Arrays.fill(values, pairs.synapses(), values.length, Double.NaN); // those that are gone
        reel.sample(number, step, values);
    }
}
