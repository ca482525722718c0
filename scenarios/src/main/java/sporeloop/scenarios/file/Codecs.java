package sporeloop.scenarios.file;

import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Spec;
import sporeloop.parameters.Provider;

/** Encoders and decoders outside a scenario. */
public final class Codecs {
    private Codecs() {}

    /**
     * An encoder or a decoder as a scenario would have it that says nothing but its kind.
     *
     * @param needs what has no default, as text
     * @param neurons of the population that a decoder reads
     */
    public static Object standard(
            Provider<?> codec, String needs, Spec body, int neurons, Grid grid) {
        Block block =
                new Block(
                        codec.name(), Source.text(needs, codec.name()), new Place(codec.name(), 0));
        Record parameters = new Binder(grid.step()).bind(codec.parameters(), block);
        return codec instanceof EncoderProvider<?> encoder
                ? new EncoderBlock(encoder, parameters).create(body, grid, 1)
                : new DecoderBlock((DecoderProvider<?>) codec, parameters, "")
                        .create(body, neurons, grid, 1);
    }
}
