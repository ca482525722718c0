package sporeloop.scenarios.file;

import sporeloop.bridge.Decoder;
import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;

/**
 * A decoder as a scenario names it.
 *
 * @param provider what makes it
 * @param parameters its own keys
 * @param population the population it reads
 */
public record DecoderBlock(DecoderProvider<?> provider, Record parameters, String population) {
    /** What all decoders share. */
    record Shared(@Parameter("population of the network that it reads") String population) {}

    /** A new decoder of {@code neurons} neurons to the command of {@code environment}. */
    public Decoder create(Spec environment, int neurons, Grid grid, long seed) {
        return create(provider, environment, neurons, grid, seed);
    }

    private <P extends Record> Decoder create(
            DecoderProvider<P> made, Spec environment, int neurons, Grid grid, long seed) {
        return made.create(made.parameters().cast(parameters), environment, neurons, grid, seed);
    }
}
