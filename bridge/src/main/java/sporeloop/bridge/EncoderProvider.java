package sporeloop.bridge;

import sporeloop.environments.Spec;
import sporeloop.parameters.Provider;

/**
 * Makes an encoder that a scenario names in {@code encoder.kind}. Register an implementation with
 * {@code @AutoService(EncoderProvider.class)}.
 *
 * @param <P> the record that the rest of the block is bound to
 */
public interface EncoderProvider<P extends Record> extends Provider<P> {
    /**
     * A new encoder.
     *
     * @param environment the shapes, units and ranges of what it will encode
     * @param seed decides all that is random in it
     * @throws IllegalArgumentException in one sentence, if the environment lacks what it needs
     */
    Encoder create(P parameters, Spec environment, Grid grid, long seed);
}
