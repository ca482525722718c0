package sporeloop.spore.connectivity;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/** Which presynaptic neurons a projection connects to which postsynaptic ones. */
public sealed interface Connectivity {

    /** Each neuron to each. */
    record AllToAll() implements Connectivity {}

    /** Each of a pair's possible synapses exists with the same probability, on its own. */
    record FixedProbability(
            @Parameter(value = "probability of a synapse", range = "[0, 1]") double probability)
            implements Connectivity {
        /** Checks the range. */
        public FixedProbability {
            Ranges.check(FixedProbability.class, probability);
        }
    }

    /** Each postsynaptic neuron gets the same number of presynaptic partners, drawn at random. */
    record FixedFanIn(
            @Parameter(
                            value = "presynaptic partners of each postsynaptic neuron",
                            range = "[1, 10000000]")
                    int partners)
            implements Connectivity {
        /** Checks the range. */
        public FixedFanIn {
            Ranges.check(FixedFanIn.class, partners);
        }
    }

    /** Neuron i to neuron i; both populations have the same size. */
    record OneToOne() implements Connectivity {}
}
