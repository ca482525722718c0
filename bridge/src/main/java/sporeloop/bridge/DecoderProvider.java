package sporeloop.bridge;

import sporeloop.environments.Spec;
import sporeloop.parameters.Provider;

/**
 * Makes a decoder that a scenario names in {@code decoder.kind}. Register an implementation with
 * {@code @AutoService(DecoderProvider.class)}.
 *
 * @param <P> the record that the rest of the block is bound to
 */
public interface DecoderProvider<P extends Record> extends Provider<P> {
    /**
     * A new decoder.
     *
     * @param environment the channels of the command that it will fill
     * @param neurons neurons of the population it reads, ≥ 1
     * @param seed decides all that is random in it
     * @throws IllegalArgumentException in one sentence, if the environment lacks what it needs
     */
    Decoder create(P parameters, Spec environment, int neurons, Grid grid, long seed);
}
