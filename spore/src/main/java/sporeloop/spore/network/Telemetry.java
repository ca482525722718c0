package sporeloop.spore.network;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.neuron.PoissonNeurons;
import sporeloop.spore.plasticity.PlasticSynapses;

/**
 * What can be seen of a network, in numbers. It looks at the network when it is asked, so it must
 * not be asked while the network advances. Arrays are copies.
 */
public final class Telemetry {
    private final Map<String, WiredPopulation> populations;
    private final Map<String, WiredProjection> projections;

    Telemetry(Map<String, WiredPopulation> populations, Map<String, WiredProjection> projections) {
        this.populations = populations;
        this.projections = projections;
    }

    /** Names of the populations. */
    public Set<String> populations() {
        return populations.keySet();
    }

    /** Names of the projections. */
    public Set<String> projections() {
        return projections.keySet();
    }

    /** Names of the projections whose synapses learn. */
    public Set<String> plasticProjections() {
        Set<String> plastic = new LinkedHashSet<>(projections.keySet());
        plastic.removeIf(name -> projection(name).plastic() == null);
        return plastic;
    }

    /** Synapses of all projections, static ones included. */
    public long synapses() {
        long sum = 0;
        for (WiredProjection projection : projections.values()) {
            sum += projection.pairs().synapses();
        }
        return sum;
    }

    /** Synapses that learn. */
    public long plasticSynapses() {
        long sum = 0;
        for (WiredProjection projection : projections.values()) {
            sum += projection.plastic() == null ? 0 : projection.pairs().synapses();
        }
        return sum;
    }

    /** Plastic synapses that are not retracted now. */
    public long activeSynapses() {
        long active = 0;
        for (WiredProjection projection : projections.values()) {
            PlasticSynapses plastic = projection.plastic();
            active += plastic == null ? 0 : plastic.active();
        }
        return active;
    }

    /** Connections of all projections that were born since the beginning. */
    public long connectionsBorn() {
        long born = 0;
        for (WiredProjection projection : projections.values()) {
            PlasticSynapses plastic = projection.plastic();
            born += plastic == null ? 0 : plastic.turnover().born();
        }
        return born;
    }

    /** Connections of all projections that were lost since the beginning. */
    public long connectionsLost() {
        long lost = 0;
        for (WiredProjection projection : projections.values()) {
            PlasticSynapses plastic = projection.plastic();
            lost += plastic == null ? 0 : plastic.turnover().lost();
        }
        return lost;
    }

    /** Mean θ of the plastic synapses; NaN if there are none. */
    public double meanTheta() {
        double sum = 0;
        for (WiredProjection projection : projections.values()) {
            PlasticSynapses plastic = projection.plastic();
            sum += plastic == null ? 0 : plastic.sumTheta();
        }
        return sum / plasticSynapses();
    }

    /** Spikes of a population since the beginning. */
    public long spikeCount(String population) {
        return population(population).spikes();
    }

    /** Number of neurons of a population. */
    public int size(String population) {
        return population(population).neurons.size();
    }

    /** Thresholds of a population, [neurons]. */
    public double[] thresholds(String population) {
        WiredPopulation found = population(population);
        double[] thresholds = new double[found.neurons.size()];
        for (int j = 0; j < thresholds.length; j++) {
            thresholds[j] = found.neurons.threshold(j);
        }
        return thresholds;
    }

    /** θ of a plastic projection, [synapses]. */
    public double[] theta(String projection) {
        return plastic(projection).theta();
    }

    /** Weights of a plastic projection, [synapses]. */
    public double[] weights(String projection) {
        return plastic(projection).weights();
    }

    /** Presynaptic neuron of each synapse of a projection, [synapses]. */
    public int[] pres(String projection) {
        return connectivity(projection).presOfSynapses();
    }

    /** Postsynaptic neuron of each synapse of a projection, [synapses]. */
    public int[] posts(String projection) {
        return connectivity(projection).postsOfSynapses();
    }

    /** The pairs of neurons that a projection connects now. */
    public Pairs connectivity(String projection) {
        return projection(projection).pairs();
    }

    /** The neurons of a population themselves, for a look at potentials and thresholds. */
    public PoissonNeurons neurons(String population) {
        return population(population).neurons;
    }

    /**
     * The plastic synapses of a projection themselves.
     *
     * @throws IllegalArgumentException if the projection is static
     */
    public PlasticSynapses synapses(String projection) {
        return plastic(projection);
    }

    private PlasticSynapses plastic(String name) {
        PlasticSynapses plastic = projection(name).plastic();
        if (plastic == null) {
            throw new IllegalArgumentException("projection " + name + " is static");
        }
        return plastic;
    }

    private WiredProjection projection(String name) {
        return known("projection", name, projections.get(name), projections.keySet());
    }

    private WiredPopulation population(String name) {
        return known("population", name, populations.get(name), populations.keySet());
    }

    private static <T> T known(String kind, String name, @Nullable T found, Set<String> names) {
        if (found == null) {
            throw new IllegalArgumentException("no " + kind + " " + name + "; there are " + names);
        }
        return found;
    }
}
