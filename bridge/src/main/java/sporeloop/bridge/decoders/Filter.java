package sporeloop.bridge.decoders;

/** How a decoder turns a neuron's spikes into its activity. */
public enum Filter {
    /** Each spike counts 1 and fades with a time constant. */
    EXPONENTIAL,
    /** Spikes of the last stretch of time, each counting 1. */
    WINDOW,
    /** Spikes of the interval alone. */
    NONE
}
