package sporeloop.spore.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.Receptor;
import sporeloop.spore.plasticity.Plasticity;

/**
 * Puts a network together: sources and populations first, then projections between them, then the
 * populations that are read out. Each method refuses, with a sentence, what can't be built.
 */
public final class NetworkBuilder {
    private final double stepMs;
    private final long seed;
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final Map<String, Population> populations = new LinkedHashMap<>();
    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final List<String> readout = new ArrayList<>();
    private Plasticity plasticity = Plasticity.standard();

    NetworkBuilder(double stepMs, long seed) {
        if (!(stepMs > 0 && stepMs <= 1000)) {
            throw new IllegalArgumentException(
                    "step = " + stepMs + " ms, but must be in (0, 1000] ms");
        }
        this.stepMs = stepMs;
        this.seed = seed;
    }

    /** Adds neurons whose spikes come from outside. */
    public NetworkBuilder source(String name, int size) {
        checkNew(name);
        if (size < 1) {
            throw new IllegalArgumentException(
                    "source " + name + ": size = " + size + ", but must be in [1, ∞)");
        }
        sources.put(name, size);
        return this;
    }

    /** Adds a population of neurons. */
    public NetworkBuilder population(String name, Population population) {
        checkNew(name);
        populations.put(name, population);
        return this;
    }

    /** Sets the plasticity of those plastic projections that have none of their own. */
    public NetworkBuilder plasticity(Plasticity standard) {
        plasticity = standard;
        return this;
    }

    /** Adds a projection, described by {@code options} from all-to-all, one static synapse a pair. */
    public NetworkBuilder project(
            String from, String to, UnaryOperator<ProjectionOptions> options) {
        String name = from + "-" + to;
        for (int n = 2; projections.containsKey(name); n++) {
            name = from + "-" + to + "-" + n;
        }
        return projection(name, options.apply(new ProjectionOptions(from, to)).build());
    }

    /** Adds a projection. */
    public NetworkBuilder projection(String name, Projection projection) {
        if (projections.containsKey(name)) {
            throw new IllegalArgumentException("there is already a projection " + name);
        }
        if (!sources.containsKey(projection.from())
                && !populations.containsKey(projection.from())) {
            throw missing(name, "from", projection.from(), true);
        }
        if (!populations.containsKey(projection.to())) {
            throw missing(name, "to", projection.to(), false);
        }
        projections.put(name, projection);
        return this;
    }

    /** Lets the neurons of a population inhibit each other, all but themselves. */
    public NetworkBuilder lateralInhibition(String population, double weight) {
        return project(
                population,
                population,
                p -> p.receptor(Receptor.INHIBITORY).fixed(-Math.abs(weight), 0));
    }

    /** Adds populations whose spikes leave the network, in this order. */
    public NetworkBuilder readout(String... names) {
        for (String name : names) {
            if (!populations.containsKey(name)) {
                throw new IllegalArgumentException(
                        "readout = "
                                + name
                                + ", but there is no population of that name; there are "
                                + populations.keySet());
            }
            readout.add(name);
        }
        return this;
    }

    /** The network, at step 0. */
    public Network build() {
        return new Network(this);
    }

    /** Length of a step [ms]. */
    public double stepMs() {
        return stepMs;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** Sources so far and their sizes; read only. */
    public Map<String, Integer> sources() {
        return Collections.unmodifiableMap(sources);
    }

    /** Populations so far; read only. */
    public Map<String, Population> populations() {
        return Collections.unmodifiableMap(populations);
    }

    /** Projections so far; read only. */
    public Map<String, Projection> projections() {
        return Collections.unmodifiableMap(projections);
    }

    /** Read-out populations so far; read only. */
    public List<String> readout() {
        return Collections.unmodifiableList(readout);
    }

    /** Plasticity of projections that have none of their own. */
    public Plasticity plasticity() {
        return plasticity;
    }

    private void checkNew(String name) {
        if (sources.containsKey(name) || populations.containsKey(name)) {
            throw new IllegalArgumentException("there is already a population or source " + name);
        }
    }

    private IllegalArgumentException missing(
            String projection, String end, String name, boolean sourcesToo) {
        List<String> known = new ArrayList<>(populations.keySet());
        if (sourcesToo) {
            known.addAll(0, sources.keySet());
        }
        return new IllegalArgumentException(
                "projection "
                        + projection
                        + ": "
                        + end
                        + " = "
                        + name
                        + ", but must be one of "
                        + known);
    }
}
