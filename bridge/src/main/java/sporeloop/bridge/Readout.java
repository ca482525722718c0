package sporeloop.bridge;

/**
 * A decoder and the population it reads.
 *
 * @param firstNeuron index of the population's first neuron among all read-out neurons
 */
public record Readout(Decoder decoder, int firstNeuron) {}
