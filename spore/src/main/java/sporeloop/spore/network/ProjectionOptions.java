package sporeloop.spore.network;

import org.jspecify.annotations.Nullable;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.neuron.Receptor;
import sporeloop.spore.plasticity.Plasticity;

/** Describes a projection, one option after another. It starts all-to-all, one static synapse of
 * weight 1 a pair, excitatory, with a delay of one step. */
public final class ProjectionOptions {
    private final String from;
    private final String to;
    private Connectivity connectivity = new Connectivity.AllToAll();
    private int synapsesPerPair = 1;
    private boolean plastic;
    private Receptor receptor = Receptor.EXCITATORY;
    private long delay = 1;
    private double initialMean = -0.5;
    private double initialSd = 0.5;
    private double weight = 1;
    private double weightSd;
    private boolean selfConnections;
    private @Nullable Plasticity plasticity;

    ProjectionOptions(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** Which pairs are connected. */
    public ProjectionOptions connectivity(Connectivity value) {
        connectivity = value;
        return this;
    }

    /** Synapses of a pair. */
    public ProjectionOptions synapsesPerPair(int value) {
        synapsesPerPair = value;
        return this;
    }

    /** Synapses that learn, by the network's plasticity. */
    public ProjectionOptions plastic() {
        plastic = true;
        return this;
    }

    /** Synapses that learn, by a plasticity of their own. */
    public ProjectionOptions plastic(Plasticity value) {
        plastic = true;
        plasticity = value;
        return this;
    }

    /** Mean and standard deviation of the initial θ of synapses that learn. */
    public ProjectionOptions initial(double mean, double sd) {
        initialMean = mean;
        initialSd = sd;
        return this;
    }

    /** Synapses that don't learn, with the mean and standard deviation of their weights. */
    public ProjectionOptions fixed(double mean, double sd) {
        plastic = false;
        weight = mean;
        weightSd = sd;
        return this;
    }

    /** Which kernel the spikes act through. */
    public ProjectionOptions receptor(Receptor value) {
        receptor = value;
        return this;
    }

    /** Steps from a spike to its effect. */
    public ProjectionOptions delay(long steps) {
        delay = steps;
        return this;
    }

    /** Lets a neuron be connected to itself. */
    public ProjectionOptions selfConnections() {
        selfConnections = true;
        return this;
    }

    Projection build() {
        return new Projection(
                from,
                to,
                connectivity,
                synapsesPerPair,
                plastic,
                receptor,
                delay,
                initialMean,
                initialSd,
                weight,
                weightSd,
                selfConnections,
                plasticity);
    }
}
