package sporeloop.spore.neuron;

/** Which of a neuron's two kernels a spike acts through. */
public enum Receptor {
    EXCITATORY,
    INHIBITORY
}
