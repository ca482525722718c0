package sporeloop.spore.network;

import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.neuron.Receptor;
import sporeloop.spore.plasticity.Plasticity;

/**
 * A projection: who is connected to whom, by how many synapses a pair, static or plastic, with what
 * delay.
 */
public record Projection(
        @Parameter("population or source that the spikes come from") String from,
        @Parameter("population that they go to") String to,
        @Parameter(value = "which pairs are connected", standard = "all-to-all")
                Connectivity connectivity,
        @Parameter(value = "synapses of a pair", standard = "1", range = "[1, 10000]")
                int synapsesPerPair,
        @Parameter(value = "whether its synapses learn", standard = "true") boolean plastic,
        @Parameter(value = "kernel that the spikes act through", standard = "excitatory")
                Receptor receptor,
        @Parameter(
                        value = "time from a spike to its effect",
                        unit = Unit.STEPS,
                        standard = "1 ms",
                        range = "[1, 100000]")
                long delay,
        @Parameter(value = "mean of a plastic synapse's initial θ", standard = "-0.5")
                double initialMean,
        @Parameter(
                        value = "standard deviation of a plastic synapse's initial θ",
                        standard = "0.5",
                        range = "[0, ∞)")
                double initialSd,
        @Parameter(value = "mean of a static synapse's weight, with its sign", standard = "1")
                double weight,
        @Parameter(
                        value = "standard deviation of a static synapse's weight",
                        standard = "0",
                        range = "[0, ∞)")
                double weightSd,
        @Parameter(value = "whether a neuron may be connected to itself", standard = "false")
                boolean selfConnections,
        @Parameter(value = "plasticity of its own", standard = "the block plasticity")
                @Nullable Plasticity plasticity) {

    /** Checks each parameter. */
    public Projection {
        Ranges.check(
                Projection.class,
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
                plasticity == null ? "" : plasticity);
    }
}
