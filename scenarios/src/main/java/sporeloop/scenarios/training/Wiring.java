package sporeloop.scenarios.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.agents.RandomAgent;
import sporeloop.agents.SporeAgent;
import sporeloop.bridge.Body;
import sporeloop.bridge.Brain;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Pilot;
import sporeloop.bridge.Reading;
import sporeloop.bridge.Readout;
import sporeloop.environments.Environment;
import sporeloop.environments.Spec;
import sporeloop.results.file.SectionFile;
import sporeloop.scenarios.file.DecoderBlock;
import sporeloop.scenarios.file.EncoderBlock;
import sporeloop.scenarios.file.RecordingParameters;
import sporeloop.scenarios.file.Scenario;
import sporeloop.spore.network.Network;
import sporeloop.spore.random.Seeds;

/**
 * Builds the parts of a loop from a scenario. Each part's seed is derived from the run's seed and the
 * part's name, so that parts never share random numbers.
 */
public final class Wiring {
    /** Who acts in a training. */
    static final String LEARNING = "learning";

    /** Rate at which the neurons of a random agent fire [Hz]. */
    private static final double RANDOM_RATE = 10;

    /** Length of a recording's frame [ms]. */
    private static final double LONGEST_FRAME = 10_000;

    private static final double SHORTEST_FRAME = 1_000;

    private final Scenario scenario;
    private final Grid grid;
    private final long seed;

    /** The wiring of a scenario with its own seed. */
    public Wiring(Scenario scenario) {
        this.scenario = scenario;
        grid = scenario.grid();
        seed = scenario.run().seed();
    }

    /** What it is wired from. */
    Scenario scenario() {
        return scenario;
    }

    /** The grids of time. */
    Grid grid() {
        return grid;
    }

    /** Exchange intervals of the whole run. */
    long duration() {
        return grid.intervals("duration", scenario.run().duration() * 1000);
    }

    /** Exchange intervals of a row. */
    long report() {
        return grid.intervals("report-interval", scenario.run().reportInterval() * 1000);
    }

    /**
     * Steps of a recording's frame: the largest part of the time between two rebuilds of the physics
     * (where checkpoints fall) that is at most 10 s, or, where that is below 1 s, the smallest above.
     */
    long frame() {
        long rebuild = rebuild();
        long longest = Math.max(1, (long) (LONGEST_FRAME / grid.interval()));
        long frame = Math.min(rebuild, longest);
        while (rebuild % frame != 0) {
            frame--;
        }
        while (frame < rebuild
                && (frame * grid.interval() < SHORTEST_FRAME || rebuild % frame != 0)) {
            frame++;
        }
        return frame * grid.exchange();
    }

    /** Exchange intervals between two rebuildings of the physics. */
    long rebuild() {
        double rebuild = scenario.environment().shared().rebuildInterval();
        return grid.intervals("rebuild-interval", rebuild * 1000);
    }

    /** Exchange intervals between two checkpoints. */
    long checkpoint() {
        double every = scenario.run().checkpointEvery();
        return Math.round(every / scenario.environment().shared().rebuildInterval()) * rebuild();
    }

    /** The loop of the scenario's agent. */
    LoopParts agent(boolean learning) {
        Environment environment = scenario.environment().create(grid.timing());
        Map<String, Encoder> encoders = encoders(environment.spec());
        Network network = network(encoders);
        network.setLearning(learning);
        return parts(environment, encoders, network);
    }

    /**
     * The loop of the scenario's agent in the state that a training left.
     *
     * @throws IOException in one sentence, if the state is not one of this network's
     */
    LoopParts trained(SectionFile agent, boolean learning) throws IOException {
        Environment environment = scenario.environment().create(grid.timing());
        Map<String, Encoder> encoders = encoders(environment.spec());
        Network network = network(encoders);
        agent.restore("network", network::restore);
        network.setLearning(learning); // the state brings its own word on that
        return parts(environment, encoders, network);
    }

    /**
     * What is recorded of a loop; nothing unless the scenario says so.
     *
     * @param lastRow how things stood at the end of the last row, or at the start
     * @throws IllegalArgumentException in one sentence, if a frame can't hold what is asked for
     */
    List<Track> tracks(LoopParts parts, Reading lastRow) {
        return scenario.recording().on()
                ? tracks(
                        parts,
                        scenario.recording(),
                        LEARNING,
                        new CurveTrack(parts, report(), lastRow),
                        "")
                : List.of();
    }

    /**
     * A recording that can be drawn without its scenario: what is asked for, what it is, the curve and
     * the baseline.
     *
     * @param agent who acts
     * @param takes what hands can do to it, in the window's words; empty: nothing
     */
    List<Track> tracks(
            LoopParts parts,
            RecordingParameters what,
            String agent,
            CurveTrack curve,
            String takes) {
        List<Track> tracks = new ArrayList<>();
        Map<String, Encoder> encoders = encoders(parts.body().spec());
        tracks.add(AboutTrack.of(scenario, parts, agent, encoders, what.synapseInterval(), takes));
        tracks.addAll(Tracks.of(parts, what));
        BaselineTrack.of(parts).ifPresent(tracks::add);
        tracks.add(curve);
        return tracks;
    }

    private LoopParts parts(
            Environment environment, Map<String, Encoder> encoders, Network network) {
        Spec spec = environment.spec();
        Exchange exchange =
                new Exchange(
                        grid,
                        scenario.bridge(),
                        spec,
                        List.copyOf(encoders.values()),
                        readouts(spec),
                        Pilot.AGENT,
                        seed);
        schedule(exchange, environment);
        return new LoopParts(body(environment), new SporeAgent(network), exchange);
    }

    /** The loop of an agent that fires at random through the scenario's decoders. */
    LoopParts random() {
        Environment environment = scenario.environment().create(grid.timing());
        Spec spec = environment.spec();
        Brain brain =
                new RandomAgent(
                        0,
                        readoutNeurons(),
                        RANDOM_RATE,
                        grid.step(),
                        Seeds.derive(seed, "random", 0));
        Exchange exchange =
                new Exchange(
                        grid,
                        scenario.bridge(),
                        spec,
                        List.of(),
                        readouts(spec),
                        Pilot.AGENT,
                        seed);
        schedule(exchange, environment);
        return new LoopParts(body(environment), brain, exchange);
    }

    /** The loop of the task's own controller, under the scenario's delays. */
    LoopParts oracle() {
        Environment environment = scenario.environment().create(grid.timing());
        Exchange exchange =
                new Exchange(
                        grid,
                        scenario.bridge(),
                        environment.spec(),
                        List.of(),
                        List.of(),
                        Pilot.ORACLE,
                        seed);
        schedule(exchange, environment);
        Brain nobody = new RandomAgent(0, 0, 0, grid.step(), 0);
        return new LoopParts(body(environment), nobody, exchange);
    }

    private void schedule(Exchange exchange, Environment environment) {
        for (Intervention what : scenario.interventions()) {
            scenario.check(what, environment);
            exchange.intervene(what);
        }
    }

    private Body body(Environment environment) {
        return new Body(environment, rebuild(), seed);
    }

    /** The scenario's encoders, new ones. */
    Map<String, Encoder> encoders(Spec spec) {
        Map<String, Encoder> encoders = new LinkedHashMap<>();
        for (Map.Entry<String, EncoderBlock> block : scenario.encoders().entrySet()) {
            long partSeed = Seeds.derive(seed, "encoder." + block.getKey(), 0);
            encoders.put(block.getKey(), block.getValue().create(spec, grid, partSeed));
        }
        return encoders;
    }

    private Network network(Map<String, Encoder> encoders) {
        Map<String, Integer> sources = new LinkedHashMap<>();
        encoders.forEach((name, encoder) -> sources.put(name, encoder.size()));
        return Network.fromParameters(
                scenario.network(),
                scenario.plasticity(),
                sources,
                grid.step(),
                Seeds.derive(seed, "network", 0));
    }

    private List<Readout> readouts(Spec spec) {
        List<Readout> readouts = new ArrayList<>();
        for (Map.Entry<String, DecoderBlock> entry : scenario.decoders().entrySet()) {
            DecoderBlock block = entry.getValue();
            long partSeed = Seeds.derive(seed, "decoder." + entry.getKey(), 0);
            int neurons = size(block.population());
            readouts.add(
                    new Readout(
                            block.create(spec, neurons, grid, partSeed),
                            firstNeuron(block.population())));
        }
        return readouts;
    }

    private int firstNeuron(String population) {
        int first = 0;
        for (String name : scenario.network().readoutPopulations()) {
            if (name.equals(population)) {
                return first;
            }
            first += size(name);
        }
        throw new IllegalArgumentException(
                "The decoder reads population %s, which is not in network.readout = %s."
                        .formatted(population, scenario.network().readout()));
    }

    private int readoutNeurons() {
        return scenario.network().readoutPopulations().stream().mapToInt(this::size).sum();
    }

    private int size(String population) {
        var found = scenario.network().populations().get(population);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The decoder reads population %s, but the network has: %s."
                            .formatted(
                                    population,
                                    String.join(", ", scenario.network().populations().keySet())));
        }
        return found.size();
    }
}
