package sporeloop.scenarios.file;

import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Spec;

/**
 * An encoder as a scenario names it.
 *
 * @param provider what makes it
 * @param parameters its keys
 */
public record EncoderBlock(EncoderProvider<?> provider, Record parameters) {
    /** What all encoders share: nothing but their {@code kind}. */
    record Shared() {}

    /** A new encoder of what {@code environment} senses. */
    public Encoder create(Spec environment, Grid grid, long seed) {
        return create(provider, environment, grid, seed);
    }

    private <P extends Record> Encoder create(
            EncoderProvider<P> made, Spec environment, Grid grid, long seed) {
        return made.create(made.parameters().cast(parameters), environment, grid, seed);
    }
}
