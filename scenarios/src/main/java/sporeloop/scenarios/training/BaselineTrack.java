package sporeloop.scenarios.training;

import java.util.List;
import java.util.Optional;
import sporeloop.agents.SporeAgent;
import sporeloop.bridge.Exchange;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.spore.network.Telemetry;

/** The running mean that the reward is held against. */
final class BaselineTrack implements Track {
    private final Telemetry telemetry;
    private final String projection;
    private final double[] value = new double[1];

    private BaselineTrack(Telemetry telemetry, String projection) {
        this.telemetry = telemetry;
        this.projection = projection;
    }

    /** That of a brain's first plastic projection, if it has one. */
    static Optional<BaselineTrack> of(LoopParts parts) {
        if (!(parts.brain() instanceof SporeAgent agent)) {
            return Optional.empty();
        }
        Telemetry telemetry = agent.network().telemetry();
        return telemetry.plasticProjections().stream()
                .findFirst()
                .map(name -> new BaselineTrack(telemetry, name));
    }

    @Override
    public Stream stream() {
        return Stream.samples("baseline", "", List.of("baseline"));
    }

    @Override
    public void record(Exchange exchange, long step, int stream, Reel reel) {
        value[0] = telemetry.synapses(projection).meanReward();
        reel.sample(stream, Tracks.last(exchange, step), value);
    }
}
