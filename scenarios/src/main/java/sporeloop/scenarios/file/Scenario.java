package sporeloop.scenarios.file;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sporeloop.bridge.BridgeParameters;
import sporeloop.bridge.Change;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.SynapseLesion;
import sporeloop.environments.Environment;
import sporeloop.parameters.Parameter;
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
 * @param interventions in the order in which they act
 */
public record Scenario(
        String name,
        EnvironmentBlock environment,
        Map<String, EncoderBlock> encoders,
        NetworkParameters network,
        Plasticity plasticity,
        Map<String, DecoderBlock> decoders,
        BridgeParameters bridge,
        @Parameter(
                        value =
                                "faults and changes, each { at = …, lasts = …, KIND = … }, see"
                                        + " docs/interventions.md",
                        standard = "[]")
                List<Intervention> interventions,
        RunParameters run,
        RecordingParameters recording) {
    /** Name of the source population of an encoder that has no name of its own. */
    public static final String ONLY_SOURCE = "input";

    public Scenario {
        interventions = List.copyOf(interventions);
    }

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
                interventions,
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
                interventions,
                run.seeded(seed),
                recording);
    }

    /**
     * Refuses an intervention that this task or network can't take.
     *
     * @param body of this scenario's task
     * @throws IllegalArgumentException in one sentence
     */
    public void check(Intervention what, Environment body) {
        what.check(grid(), body);
        if (what.change() instanceof Change.LesionSynapses lesion) {
            List<String> plastic =
                    network.projections().entrySet().stream()
                            .filter(each -> each.getValue().plastic())
                            .map(Map.Entry::getKey)
                            .toList();
            String name = lesion.projection();
            if (!name.equals(SynapseLesion.ALL) && !plastic.contains(name)) {
                throw new IllegalArgumentException(
                        "projection = %s, but there is no such plastic projection.%s"
                                .formatted(name, NearMiss.hint(name, plastic)));
            }
        }
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
