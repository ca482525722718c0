package sporeloop.spore.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.Spikes;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.network.NetworkBuilder;
import sporeloop.spore.network.Projection;
import sporeloop.spore.neuron.RandomDraw;
import sporeloop.spore.neuron.Receptor;
import sporeloop.spore.neuron.SpikeDraw;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Seeds;

/**
 * The network that a builder describes, advanced step by step by the reference neurons and synapses.
 * Its random numbers are those of the engine's network from the same builder, so that both do the
 * same, up to the order of additions.
 */
public final class ReferenceNetwork {
    private final double stepMs;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final List<Group> readout = new ArrayList<>();
    private final Map<String, Integer> sources;
    private long step;

    /** A population: its neurons, and what is on its way to them, by step of arrival. */
    private static final class Group {
        final String name;
        final ReferenceNeurons neurons;
        final Map<Long, double[][]> arriving = new LinkedHashMap<>();
        SpikeDraw draw;

        Group(String name, ReferenceNeurons neurons, SpikeDraw draw) {
            this.name = name;
            this.neurons = neurons;
            this.draw = draw;
        }

        double[] at(long step, Receptor receptor) {
            double[][] both = arriving.computeIfAbsent(step, s -> new double[2][neurons.size()]);
            return both[receptor == Receptor.EXCITATORY ? 0 : 1];
        }
    }

    /** A projection: its pairs, and weights or synapses. */
    private record Bundle(
            Projection projection,
            Plasticity plasticity,
            Pairs pairs,
            double[] weights,
            @Nullable ReferenceSynapses synapses) {
        double weight(int synapse) {
            return synapses == null ? weights[synapse] : synapses.weight(synapse);
        }
    }

    /** The builder's network at step 0. */
    public ReferenceNetwork(NetworkBuilder builder) {
        stepMs = builder.stepMs();
        sources = builder.sources();
        builder.populations()
                .forEach(
                        (name, population) ->
                                groups.put(
                                        name,
                                        new Group(
                                                name,
                                                new ReferenceNeurons(population, stepMs),
                                                new RandomDraw(
                                                        population,
                                                        Seeds.derive(
                                                                builder.seed(),
                                                                "population " + name,
                                                                0)))));
        builder.projections().forEach((name, projection) -> wire(name, projection, builder));
        for (String name : builder.readout()) {
            readout.add(group(name));
        }
    }

    private void wire(String name, Projection projection, NetworkBuilder builder) {
        Group from = groups.get(projection.from());
        int pres = from == null ? sources.getOrDefault(projection.from(), 0) : from.neurons.size();
        long seed = Seeds.derive(builder.seed(), "projection " + name, 0);
        Plasticity plasticity =
                projection.plasticity() == null ? builder.plasticity() : projection.plasticity();
        boolean loops = !projection.from().equals(projection.to()) || projection.selfConnections();
        Pairs pairs =
                new PairDrawing(
                                pres,
                                group(projection.to()).neurons.size(),
                                projection.synapsesPerPair(),
                                loops,
                                seed)
                        .draw(projection.connectivity());
        String what = projection.plastic() ? "theta" : "weight";
        double mean = projection.plastic() ? projection.initialMean() : projection.weight();
        double sd = projection.plastic() ? projection.initialSd() : projection.weightSd();
        double[] drawn =
                NormalVariate.sequence(Seeds.derive(seed, what, 0), pairs.synapses(), mean, sd);
        ReferenceSynapses synapses =
                projection.plastic()
                        ? new ReferenceSynapses(pairs, drawn, plasticity, stepMs, seed)
                        : null;
        bundles.put(name, new Bundle(projection, plasticity, pairs, drawn, synapses));
    }

    /** Advances; the arguments are those of {@code Network.advance}. */
    public void advance(int steps, Spikes input, double reward, Spikes output) {
        for (int offset = 0; offset < steps; offset++) {
            deliver(input, offset);
            for (Group group : groups.values()) {
                double[][] none = new double[2][group.neurons.size()];
                double[][] both = group.arriving.getOrDefault(step, none);
                group.neurons.advance(both[0], both[1], group.draw, step);
                group.arriving.remove(step);
            }
            int first = 0;
            for (Group group : readout) {
                for (int j = 0; j < group.neurons.size(); j++) {
                    for (int n = 0; n < group.neurons.spikes(j); n++) {
                        output.add(offset, first + j);
                    }
                }
                first += group.neurons.size();
            }
            for (Bundle bundle : bundles.values()) {
                if (bundle.synapses != null) {
                    bundle.synapses.endStep(group(bundle.projection.to()).neurons.signal(), reward);
                }
            }
            step++;
        }
    }

    private void deliver(Spikes input, int offset) {
        for (int n = 0; n < input.size(); n++) {
            if (input.step(n) == offset) {
                int first = 0;
                for (Map.Entry<String, Integer> source : sources.entrySet()) {
                    int neuron = input.neuron(n) - first;
                    if (neuron >= 0 && neuron < source.getValue()) {
                        spike(source.getKey(), neuron);
                    }
                    first += source.getValue();
                }
            }
        }
        for (Group group : groups.values()) {
            for (int j = 0; j < group.neurons.size(); j++) {
                for (int n = 0; n < group.neurons.spikes(j); n++) {
                    spike(group.name, j);
                }
            }
        }
    }

    private void spike(String from, int pre) {
        for (Bundle bundle : bundles.values()) {
            Projection projection = bundle.projection;
            if (!projection.from().equals(from)) {
                continue;
            }
            if (bundle.synapses != null) {
                bundle.synapses.spike(pre);
                if (bundle.plasticity.weightScale() < 0
                        && projection.receptor() == Receptor.EXCITATORY) {
                    continue;
                }
            }
            double[] to =
                    group(projection.to()).at(step + projection.delay() - 1, projection.receptor());
            Pairs pairs = bundle.pairs;
            for (int p = pairs.row[pre]; p < pairs.row[pre + 1]; p++) {
                for (int k = pairs.first[p]; k < pairs.first[p + 1]; k++) {
                    to[pairs.post[p]] += bundle.weight(k);
                }
            }
        }
    }

    private Group group(String name) {
        Group group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException("no population " + name);
        }
        return group;
    }

    /** Replaces the way a population's spikes are drawn. */
    public void draw(String population, SpikeDraw draw) {
        group(population).draw = draw;
    }

    /** The neurons of a population. */
    public ReferenceNeurons neurons(String population) {
        return group(population).neurons;
    }

    /** The synapses of a plastic projection. */
    public ReferenceSynapses synapses(String projection) {
        Bundle bundle = bundles.get(projection);
        if (bundle == null || bundle.synapses == null) {
            throw new IllegalArgumentException("no plastic projection " + projection);
        }
        return bundle.synapses;
    }
}
