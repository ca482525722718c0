package sporeloop.scenarios.file;

import java.util.Map;
import java.util.OptionalDouble;
import sporeloop.bridge.BridgeParameters;
import sporeloop.bridge.Grid;
import sporeloop.spore.network.NetworkParameters;
import sporeloop.spore.plasticity.Plasticity;

/**
 * A whole scenario, resolved and checked.
 *
 * @param name as in run directories and tables
 * @param encoders by source population, in the order of the network's input neurons
 * @param network populations, projections, read-out
 * @param plasticity of all plastic projections that have none of their own
 * @param decoders by name, in the order in which their commands are added up
 */
public record Scenario(
        String name,
        EnvironmentBlock environment,
        Map<String, EncoderBlock> encoders,
        NetworkParameters network,
        Plasticity plasticity,
        Map<String, DecoderBlock> decoders,
        BridgeParameters bridge,
        RunParameters run,
        RecordingParameters recording) {
    /** Name of the source population of an encoder that has no name of its own. */
    public static final String ONLY_SOURCE = "input";

    /** The same scenario by another name. */
    public Scenario named(String other) {
        return new Scenario(
                other,
                environment,
                encoders,
                network,
                plasticity,
                decoders,
                bridge,
                run,
                recording);
    }

    /** The same scenario with another seed. */
    public Scenario seeded(long seed) {
        return new Scenario(
                name,
                environment,
                encoders,
                network,
                plasticity,
                decoders,
                bridge,
                run.seeded(seed),
                recording);
    }

    /** The four grids of simulated time. */
    public Grid grid() {
        return Grid.of(
                bridge.step(),
                bridge.exchangeInterval(),
                plasticity.weightUpdateInterval() * bridge.step(),
                OptionalDouble.of(environment.shared().physicsStep()));
    }
}
