package sporeloop.scenarios.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import sporeloop.bridge.Grid;
import sporeloop.environments.Environment;
import sporeloop.environments.Spec;
import sporeloop.parameters.Unit;
import sporeloop.spore.network.Projection;
import sporeloop.spore.neuron.Population;

/** What no block can see alone: times that don't fit together, names that lead nowhere. */
final class Conflicts {
    private final Scenario scenario;
    private final Block root;
    private final InterventionList interventions;

    Conflicts(Scenario scenario, Block root, InterventionList interventions) {
        this.interventions = interventions;
        this.scenario = scenario;
        this.root = root;
    }

    /** A complaint about a grid, which names its key but not its block, at that key's place. */
    static BadInput ofGrids(Block root, IllegalArgumentException complaint) {
        String sentence = String.valueOf(complaint.getMessage());
        String key = sentence.substring(0, Math.max(0, sentence.indexOf(' ')));
        String block =
                switch (key) {
                    case "step", "exchange-interval" -> "bridge";
                    case "weight-update-interval" -> "plasticity";
                    case "physics-step", "rebuild-interval" -> "environment";
                    default -> "run";
                };
        Block at = root.block(block);
        return at.place(key).complaint(at.key(sentence));
    }

    /** Complains of the first conflict. */
    void refuse() {
        Grid grid = grids();
        names();
        parts(grid);
    }

    private Grid grids() {
        try {
            Grid grid = scenario.grid();
            grid.intervals(
                    "rebuild-interval", 1000 * scenario.environment().shared().rebuildInterval());
            grid.intervals("report-interval", 1000 * scenario.run().reportInterval());
            grid.intervals("duration", 1000 * scenario.run().duration());
            grid.intervals("checkpoint-every", 1000 * scenario.run().checkpointEvery());
            checkpoints();
            return grid;
        } catch (IllegalArgumentException e) {
            throw ofGrids(root, e);
        }
    }

    /** A run can only go on from where the physics is built anew. */
    private void checkpoints() {
        double every = scenario.run().checkpointEvery();
        double rebuild = scenario.environment().shared().rebuildInterval();
        double count = Math.rint(every / rebuild);
        if (count < 1 || Math.abs(count * rebuild - every) > 1e-9 * every) {
            double fewer = Math.max(1, Math.floor(every / rebuild)) * rebuild;
            String nearest = Quantity.text(fewer, Unit.S);
            if (every > rebuild) {
                nearest += ", " + Quantity.text(fewer + rebuild, Unit.S);
            }
            throw new IllegalArgumentException(
                    "checkpoint-every = %s is not a whole number of environment.rebuild-interval = %s. Nearest: %s."
                            .formatted(
                                    Quantity.text(every, Unit.S),
                                    Quantity.text(rebuild, Unit.S),
                                    nearest));
        }
    }

    private void names() {
        List<String> populations = List.copyOf(scenario.network().populations().keySet());
        List<String> starts = new ArrayList<>(populations);
        for (String source : scenario.encoders().keySet()) {
            if (populations.contains(source)) {
                throw populations(source)
                        .complaint(
                                "network.populations."
                                        + source
                                        + " is also the name of an encoder's source population. Rename one.");
            }
            starts.add(source);
        }
        Block projections = root.block("network").block("projections");
        for (Map.Entry<String, Projection> entry : scenario.network().projections().entrySet()) {
            Block at = projections.block(entry.getKey());
            known(at, "from", entry.getValue().from(), starts, "population or source");
            known(at, "to", entry.getValue().to(), populations, "population");
        }
        Block network = root.block("network");
        List<String> readout = scenario.network().readoutPopulations();
        if (network.has("readout")) {
            readout.forEach(name -> known(network, "readout", name, populations, "population"));
        }
        scenario.decoders()
                .forEach(
                        (name, decoder) ->
                                known(
                                        decoder(name),
                                        "population",
                                        decoder.population(),
                                        network.has("readout") ? readout : populations,
                                        "population that is read out"));
    }

    private void known(Block at, String key, String name, List<String> names, String noun) {
        if (!names.contains(name)) {
            throw at.place(key)
                    .but(
                            at.key(key),
                            name,
                            "there is no such "
                                    + noun
                                    + "."
                                    + NearMiss.hint(name, new TreeSet<>(names)));
        }
    }

    /** Encoders and decoders know what they need of the environment: its channels, its camera. */
    private void parts(Grid grid) {
        Block at = root.block("environment");
        try {
            Environment environment = scenario.environment().create(grid.timing());
            Spec spec = environment.spec();
            for (Map.Entry<String, EncoderBlock> encoder : scenario.encoders().entrySet()) {
                at = encoder(encoder.getKey());
                encoder.getValue().create(spec, grid, 0);
            }
            for (Map.Entry<String, DecoderBlock> decoder : scenario.decoders().entrySet()) {
                at = decoder(decoder.getKey());
                Population population =
                        Objects.requireNonNull(
                                scenario.network()
                                        .populations()
                                        .get(decoder.getValue().population()));
                decoder.getValue().create(spec, population.size(), grid, 0);
            }
            interventions.check(scenario, environment);
        } catch (IllegalArgumentException e) {
            throw at.refusal(String.valueOf(e.getMessage()), at.object().keySet());
        }
    }

    private Block encoder(String name) {
        Block block = root.block("encoder");
        return block.has("kind") ? block : block.block(name);
    }

    private Block decoder(String name) {
        Block block = root.block("decoder");
        return block.has("kind") ? block : block.block(name);
    }

    private Place populations(String name) {
        return root.block("network").block("populations").place(name);
    }
}
