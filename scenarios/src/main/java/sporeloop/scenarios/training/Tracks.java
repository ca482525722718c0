package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sporeloop.agents.SporeAgent;
import sporeloop.bridge.Exchange;
import sporeloop.environments.Channel;
import sporeloop.environments.Events;
import sporeloop.environments.Spec;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.scenarios.file.Recorded;
import sporeloop.scenarios.file.RecordingParameters;
import sporeloop.spore.Spikes;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.network.Telemetry;
import sporeloop.spore.plasticity.PlasticSynapses;

/**
 * The tracks that a scenario's {@code recording.what} names. Spikes, events and commands bear the step
 * in which they act; what holds at an interval's end (observation, reward, scene, synapses) bears the
 * interval's last step, and step 0 before the first.
 */
final class Tracks {
    /** Values of a synapse that one frame has room for, whatever else is recorded. */
    private static final long MOST_VALUES = 2_000_000;

    private final LoopParts parts;
    private final RecordingParameters parameters;

    private Tracks(LoopParts parts, RecordingParameters parameters) {
        this.parts = parts;
        this.parameters = parameters;
    }

    /**
     * The tracks of a loop.
     *
     * @throws IllegalArgumentException in one sentence, if a frame can't hold what is asked for
     */
    static List<Track> of(LoopParts parts, RecordingParameters parameters) {
        List<Track> tracks = new ArrayList<>();
        Tracks make = new Tracks(parts, parameters);
        parameters.what().stream().distinct().forEach(what -> make.add(what, tracks));
        long values = 0;
        for (Track track : tracks) {
            values += track instanceof SynapseTrack ? track.stream().width() : 0;
        }
        if (values > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "recording.what asks for %d values of synapses at once, but must be ≤ %d. Name fewer of theta, weight, eligibility, gradient."
                            .formatted(values, MOST_VALUES));
        }
        return tracks;
    }

    private void add(Recorded what, List<Track> tracks) {
        Spec spec = parts.body().spec();
        int pixels = spec.camera().width() * spec.camera().height();
        switch (what) {
            case SENSORY -> spikes("sensory", parts.brain().inputs(), Exchange::sensory, tracks);
            case MOTOR -> spikes("motor", parts.brain().outputs(), Exchange::motor, tracks);
            case EVENTS -> {
                if (pixels > 0) {
                    tracks.add(new CameraEvents(pixels));
                }
            }
            case COMMAND -> tracks.add(new Command(samples("command", spec.command())));
            case OBSERVATION ->
                    tracks.add(new Observation(samples("observation", spec.observation())));
            case REWARD ->
                    tracks.add(
                            new Reward(
                                    Stream.samples("reward", "", List.of("reward")),
                                    new double[1]));
            case SCENE ->
                    tracks.add(new SceneTrack(parts.body(), every(parameters.sceneInterval())));
            case THETA -> {
                synapses("theta", PlasticSynapses::theta, tracks);
                turnover(tracks);
            }
            case WEIGHT -> synapses("weight", PlasticSynapses::weight, tracks);
            case ELIGIBILITY -> synapses("eligibility", PlasticSynapses::eligibility, tracks);
            case GRADIENT -> synapses("gradient", PlasticSynapses::gradient, tracks);
        }
    }

    private static void spikes(
            String name, int neurons, Function<Exchange, Spikes> source, List<Track> tracks) {
        if (neurons > 0) {
            tracks.add(new Firing(Stream.spikes(name, neurons), source));
        }
    }

    /** One stream of all channels; their units differ, so each name brings its own. */
    private static Stream samples(String name, List<Channel> channels) {
        List<String> names =
                channels.stream()
                        .map(c -> c.unit().isEmpty() ? c.name() : c.name() + " [" + c.unit() + "]")
                        .toList();
        return Stream.samples(name, "", names);
    }

    private void synapses(String symbol, SynapseTrack.Value value, List<Track> tracks) {
        if (!(parts.brain() instanceof SporeAgent agent)) {
            return;
        }
        Telemetry telemetry = agent.network().telemetry();
        for (String projection : telemetry.plasticProjections()) {
            int count = telemetry.pres(projection).length;
            if (count > 0) {
                tracks.add(
                        new SynapseTrack(
                                Stream.array(symbol + "." + projection, "", count),
                                value,
                                () -> telemetry.synapses(projection),
                                every(1000 * parameters.synapseInterval())));
                connection(projection, telemetry, tracks);
            }
        }
    }

    /** Which pair a synapse belongs to, once for all of its symbols, if its place does not tell. */
    private void connection(String projection, Telemetry telemetry, List<Track> tracks) {
        Pairs pairs = telemetry.connectivity(projection);
        Stream stream = Stream.array("connection." + projection, "", pairs.synapses());
        boolean placed =
                pairs.count() == pairs.pres * pairs.posts
                        && telemetry.synapses(projection).staysInPlace();
        if (placed || tracks.stream().anyMatch(track -> track.stream().equals(stream))) {
            return;
        }
        tracks.add(
                new ConnectionTrack(
                        stream,
                        () -> telemetry.connectivity(projection),
                        every(1000 * parameters.synapseInterval())));
    }

    private void turnover(List<Track> tracks) {
        if (parts.plasticSynapses() > 0 && parts.brain() instanceof SporeAgent agent) {
            tracks.add(
                    TurnoverTrack.of(
                            agent.network().telemetry(),
                            every(1000 * parameters.synapseInterval())));
        }
    }

    private Every every(double ms) {
        return new Every(ms, parts.exchange().grid().interval());
    }

    /** The last step of the interval that begins at {@code step}. */
    static long last(Exchange exchange, long step) {
        return step + exchange.grid().exchange() - 1;
    }

    private record Firing(Stream stream, Function<Exchange, Spikes> source) implements Track {
        @Override
        public void record(Exchange exchange, long step, int stream, Reel reel) {
            Spikes spikes = source.apply(exchange);
            for (int k = 0; k < spikes.size(); k++) {
                reel.spike(stream, step + spikes.step(k), spikes.neuron(k));
            }
        }
    }

    private record CameraEvents(int pixels) implements Track {
        @Override
        public Stream stream() {
            return Stream.spikes("events", 2 * pixels);
        }

        @Override
        public void record(Exchange exchange, long step, int stream, Reel reel) {
            Events events = exchange.sensed().events;
            int steps = exchange.grid().exchange();
            double perSecond = 1000 / exchange.grid().step();
            for (int k = 0; k < events.size(); k++) {
                int within = Math.min(steps - 1, (int) (events.time(k) * perSecond));
                int pixel = events.pixel(k) + (events.on(k) ? 0 : pixels);
                reel.spike(stream, step + within, pixel);
            }
        }
    }

    private record Command(Stream stream) implements Track {
        @Override
        public void record(Exchange exchange, long step, int stream, Reel reel) {
            reel.sample(stream, step, exchange.command());
        }
    }

    private record Observation(Stream stream) implements Track {
        @Override
        public void begin(Exchange exchange, int stream, Reel reel) {
            reel.sample(stream, 0, exchange.sensed().observation);
        }

        @Override
        public void record(Exchange exchange, long step, int stream, Reel reel) {
            reel.sample(stream, last(exchange, step), exchange.sensed().observation);
        }
    }

    private record Reward(Stream stream, double[] value) implements Track {
        @Override
        public void record(Exchange exchange, long step, int stream, Reel reel) {
            value[0] = exchange.sensed().reward;
            reel.sample(stream, last(exchange, step), value);
        }
    }
}
