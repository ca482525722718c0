package sporeloop.scenarios.command;

import java.util.LinkedHashMap;
import java.util.Map;
import sporeloop.bridge.Grid;
import sporeloop.environments.Spec;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;
import sporeloop.spore.network.Network;

/**
 * How large a scenario's network is.
 *
 * @param neurons neurons of its populations, without the sources
 * @param sources neurons of the encoders
 * @param synapses plastic and static ones
 */
record Sizes(long neurons, long sources, long synapses) {
    /** Builds the network and counts. */
    static Sizes of(Scenario scenario) {
        try {
            return counted(scenario);
        } catch (IllegalArgumentException e) {
            throw new BadInput(scenario.name() + ": " + e.getMessage());
        }
    }

    private static Sizes counted(Scenario scenario) {
        Grid grid = scenario.grid();
        Spec spec = scenario.environment().create(grid.timing()).spec();
        Map<String, Integer> sources = new LinkedHashMap<>();
        scenario.encoders()
                .forEach(
                        (name, encoder) -> sources.put(name, encoder.create(spec, grid, 0).size()));
        try (Network network =
                Network.fromParameters(
                        scenario.network(),
                        scenario.plasticity(),
                        sources,
                        grid.step(),
                        scenario.run().seed())) {
            return new Sizes(
                    scenario.network().populations().values().stream()
                            .mapToLong(population -> population.size())
                            .sum(),
                    sources.values().stream().mapToLong(Integer::longValue).sum(),
                    network.telemetry().synapses());
        }
    }
}
