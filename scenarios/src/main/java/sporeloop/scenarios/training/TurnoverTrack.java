package sporeloop.scenarios.training;

import java.util.List;
import sporeloop.bridge.Exchange;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.spore.network.Telemetry;

/** Connections of all projections that were born and lost since the beginning. */
record TurnoverTrack(Stream stream, Telemetry telemetry, Every every, double[] value)
        implements Track {
    static TurnoverTrack of(Telemetry telemetry, Every every) {
        Stream stream = Stream.samples("turnover", "", List.of("born", "lost"));
        return new TurnoverTrack(stream, telemetry, every, new double[2]);
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
        value[0] = telemetry.connectionsBorn();
        value[1] = telemetry.connectionsLost();
        reel.sample(number, step, value);
    }
}
