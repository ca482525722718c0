package sporeloop.spore.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.spore.Spikes;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.SpikeDraw;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;

/**
 * A spiking network that learns from reward: takes spikes of its sources and a reward, gives the
 * spikes of its read-out populations. One step, in this order:
 *
 * <ol>
 *   <li>spikes stamped s, from sources and from the populations' step s − 1, enter the presynaptic
 *       traces and set off with the weights of now, to arrive in step s + delay − 1;
 *   <li>all populations advance and draw their spikes, which are stamped s + 1 within the network;
 *   <li>learning signals and reward of step s go to the synapses; at the end of a weight-update
 *       interval parameters and weights are updated.
 * </ol>
 *
 * The same network, seed, input and reward give the same bits, into however many calls a run is cut
 * and however many threads share the work.
 *
 * <p>Not thread-safe. {@link #close} ends the threads that {@link #threads} started.
 */
public final class Network implements AutoCloseable {
    private static final int FORMAT = 3;
    private static final double MOST_REWARD = 1e30;

    private final int inputs;
    private final int outputs;
    private final Map<String, WiredPopulation> populations = new LinkedHashMap<>();
    private final Map<String, WiredProjection> projections = new LinkedHashMap<>();
    private final WiredProjection[] wired;
    private final Fan[] sources;
    private final Fan[] internal;
    private final WiredPopulation[] readout;
    private final InputOrder order = new InputOrder();
    private double[] held = new double[0];
    private Workers workers = new Workers(1);
    private long step;

    /** Neurons that spikes come from, and the projections they take. */
    private record Fan(int first, int size, WiredPopulation[] population, WiredProjection[] out) {
        void spike(int neuron) {
            for (WiredProjection projection : out) {
                projection.spike(neuron);
            }
        }
    }

    Network(NetworkBuilder builder) {
        Map<String, Long> delays = new LinkedHashMap<>();
        for (Projection projection : builder.projections().values()) {
            delays.merge(projection.to(), projection.delay(), Math::max);
        }
        builder.populations()
                .forEach(
                        (name, population) ->
                                populations.put(
                                        name,
                                        new WiredPopulation(
                                                name,
                                                population,
                                                delays.getOrDefault(name, 1L),
                                                builder.stepMs(),
                                                builder.seed())));
        builder.projections().forEach((name, projection) -> wire(name, projection, builder));
        wired = projections.values().toArray(WiredProjection[]::new);
        sources = new Fan[builder.sources().size()];
        int first = 0;
        int n = 0;
        for (Map.Entry<String, Integer> source : builder.sources().entrySet()) {
            int size = source.getValue();
            sources[n++] = new Fan(first, size, new WiredPopulation[0], from(source.getKey()));
            first += size;
        }
        inputs = first;
        internal = new Fan[populations.size()];
        n = 0;
        for (WiredPopulation population : populations.values()) {
            internal[n++] =
                    new Fan(
                            0,
                            population.neurons.size(),
                            new WiredPopulation[] {population},
                            from(population.name));
        }
        readout = new WiredPopulation[builder.readout().size()];
        int out = 0;
        for (int r = 0; r < readout.length; r++) {
            readout[r] = population(builder.readout().get(r));
            out += readout[r].neurons.size();
        }
        outputs = out;
    }

    /**
     * Begins a network.
     *
     * @param stepMs length of a step [ms]
     * @param seed decides all that is random in the network
     */
    public static NetworkBuilder builder(double stepMs, long seed) {
        return new NetworkBuilder(stepMs, seed);
    }

    /**
     * The network that parameters describe.
     *
     * @param plasticity of the plastic projections that have none of their own
     * @param sourceSizes neurons of each source; their order is that of the input neurons
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Network fromParameters(
            NetworkParameters parameters,
            Plasticity plasticity,
            Map<String, Integer> sourceSizes,
            double stepMs,
            long seed) {
        NetworkBuilder builder = builder(stepMs, seed).plasticity(plasticity);
        sourceSizes.forEach(builder::source);
        parameters.populations().forEach(builder::population);
        parameters.projections().forEach(builder::projection);
        return builder.readout(parameters.readoutPopulations().toArray(String[]::new)).build();
    }

    private void wire(String name, Projection projection, NetworkBuilder builder) {
        Population from = builder.populations().get(projection.from());
        int pres =
                from == null ? builder.sources().getOrDefault(projection.from(), 0) : from.size();
        projections.put(
                name,
                new WiredProjection(
                        name,
                        projection,
                        pres,
                        population(projection.to()),
                        builder.plasticity(),
                        builder.stepMs(),
                        builder.seed()));
    }

    private WiredProjection[] from(String name) {
        return projections.values().stream()
                .filter(projection -> projection.projection.from().equals(name))
                .toArray(WiredProjection[]::new);
    }

    /**
     * Advances by {@code steps}.
     *
     * @param input spikes of the sources, in any order; neurons are counted through all sources
     * @param reward held in all these steps
     * @param output gets the spikes of the read-out populations added, each with the step of this
     *     call in which it was drawn; neurons are counted through all read-out populations
     * @throws IllegalArgumentException if the reward is not finite or a spike is out of range
     */
    public void advance(int steps, Spikes input, double reward, Spikes output) {
        if (held.length < steps) {
            held = new double[steps];
        }
        Arrays.fill(held, 0, steps, reward);
        advance(steps, input, held, output);
    }

    /**
     * Advances by {@code steps} with a reward of its own in each.
     *
     * @param rewards at least {@code steps}; read only
     * @see #advance(int, Spikes, double, Spikes)
     */
    public void advance(int steps, Spikes input, double[] rewards, Spikes output) {
        for (int offset = 0; offset < steps; offset++) {
            if (!(Math.abs(rewards[offset]) <= MOST_REWARD)) {
                throw new IllegalArgumentException(
                        "reward = "
                                + rewards[offset]
                                + " at step "
                                + (step + offset)
                                + ", but must be finite and in [-1e30, 1e30]");
            }
        }
        order.sort(input, steps, inputs);
        for (int offset = 0; offset < steps; offset++) {
            deliver(input, offset);
            for (Fan fan : internal) {
                fan.population[0].advance(step);
            }
            collect(offset, output);
            for (WiredProjection projection : wired) {
                projection.endStep(rewards[offset]);
            }
            step++;
        }
    }

    private void deliver(Spikes input, int offset) {
        for (int n = order.first(offset); n < order.first(offset + 1); n++) {
            int neuron = input.neuron(order.spike(n));
            for (Fan fan : sources) {
                if (neuron >= fan.first && neuron < fan.first + fan.size) {
                    fan.spike(neuron - fan.first);
                }
            }
        }
        for (Fan fan : internal) {
            if (fan.out.length > 0) {
                for (int n = 0; n < fan.population[0].neurons.firedCount(); n++) {
                    fan.spike(fan.population[0].neurons.fired(n));
                }
            }
        }
    }

    private void collect(int offset, Spikes output) {
        int first = 0;
        for (WiredPopulation population : readout) {
            for (int n = 0; n < population.neurons.firedCount(); n++) {
                output.add(offset, first + population.neurons.fired(n));
            }
            first += population.neurons.size();
        }
    }

    /**
     * Lets {@code count} threads share the work on synapses from now on, the calling one included.
     * No bit of any result depends on it.
     */
    public void threads(int count) {
        workers.close();
        workers = new Workers(count);
        for (WiredProjection projection : projections.values()) {
            projection.share(workers);
        }
    }

    /** Ends the threads; the network can still be used, by the calling thread alone. */
    @Override
    public void close() {
        threads(1);
    }

    /**
     * Switches learning on or off. Off: θ and weights stay as they are, eligibility and gradient
     * are 0, and nothing else changes.
     */
    public void setLearning(boolean on) {
        for (PlasticSynapses synapses : plasticSynapses()) {
            synapses.setLearning(on);
        }
    }

    /**
     * Gives a plastic projection other pairs from now on. Synapses of pairs that stay keep their
     * state; presynaptic traces go on. Costs about as much as building the projection.
     *
     * @param pairs between as many neurons
     * @param theta θ that new synapses begin with
     * @throws IllegalArgumentException if the projection is static or the pairs do not fit
     */
    public void reconnect(String projection, Pairs pairs, double theta) {
        WiredProjection found = projections.get(projection);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no projection " + projection + "; there are " + projections.keySet());
        }
        found.reconnect(pairs, theta);
    }

    /**
     * Takes from a plastic projection each synapse with a probability, for good; those that stay keep
     * their state. Costs about as much as building the projection.
     *
     * @param share probability that a synapse is lost
     * @param seed decides which
     * @throws IllegalArgumentException if the projection is static
     */
    public void lesion(String projection, double share, long seed) {
        reconnect(projection, telemetry().connectivity(projection).thinned(share, seed), 0);
    }

    /** Replaces the way a population's spikes are drawn: by spikes to replay, for instance. */
    public void draw(String population, SpikeDraw draw) {
        population(population).draw(draw);
    }

    /**
     * Brings eligibility and gradient up to now; otherwise they are those of the last weight update.
     * It changes no more than the order of additions.
     */
    public void settle() {
        for (PlasticSynapses synapses : plasticSynapses()) {
            synapses.settle();
        }
    }

    /** Sets the input current of a neuron from now on; the step after the next one feels it. */
    public void setCurrent(String population, int neuron, double value) {
        population(population).neurons.setCurrent(neuron, value);
    }

    /** Steps taken since the beginning. */
    public long step() {
        return step;
    }

    /** Number of input neurons, all sources together. */
    public int inputs() {
        return inputs;
    }

    /** Number of output neurons, all read-out populations together. */
    public int outputs() {
        return outputs;
    }

    /** What can be seen of the network. */
    public Telemetry telemetry() {
        return new Telemetry(populations, projections);
    }

    private WiredPopulation population(String name) {
        WiredPopulation population = populations.get(name);
        if (population == null) {
            throw new IllegalArgumentException(
                    "no population " + name + "; there are " + populations.keySet());
        }
        return population;
    }

    private List<PlasticSynapses> plasticSynapses() {
        List<PlasticSynapses> plastic = new ArrayList<>();
        for (WiredProjection projection : projections.values()) {
            PlasticSynapses synapses = projection.plastic();
            if (synapses != null) {
                plastic.add(synapses);
            }
        }
        return plastic;
    }

    /** Writes the whole state: neurons, spikes on their way, synapses, connectivity. */
    public void save(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeLong(step);
        out.writeInt(populations.size());
        for (WiredPopulation population : populations.values()) {
            out.writeUTF(population.name);
            out.writeInt(population.neurons.size());
            population.save(out);
        }
        out.writeInt(projections.size());
        for (WiredProjection projection : projections.values()) {
            out.writeUTF(projection.name);
            projection.save(out);
        }
    }

    /**
     * Reads the state that {@link #save} wrote, of a network with the same populations and
     * projections. After an exception the network is in no defined state.
     *
     * @throws IOException saying what does not fit
     */
    public void restore(DataInput in) throws IOException {
        expect("format", FORMAT, in.readInt());
        step = in.readLong();
        expect("number of populations", populations.size(), in.readInt());
        for (WiredPopulation population : populations.values()) {
            expect("population", population.name, in.readUTF());
            expect(
                    "size of population " + population.name,
                    population.neurons.size(),
                    in.readInt());
            population.restore(in);
        }
        expect("number of projections", projections.size(), in.readInt());
        for (WiredProjection projection : projections.values()) {
            expect("projection", projection.name, in.readUTF());
            projection.restore(in);
        }
    }

    private static void expect(String what, Object wanted, Object found) throws IOException {
        if (!wanted.equals(found)) {
            throw new IOException(
                    "the saved network has " + what + " " + found + ", this one " + wanted);
        }
    }
}
