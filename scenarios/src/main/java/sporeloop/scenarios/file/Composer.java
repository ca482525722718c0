package sporeloop.scenarios.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sporeloop.bridge.BridgeParameters;
import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.parameters.Unit;
import sporeloop.spore.network.NetworkParameters;
import sporeloop.spore.plasticity.Plasticity;

/** Binds the blocks of a scenario, each with the defaults that follow from the others. */
final class Composer {
    private static final List<String> BLOCKS =
            List.of(
                    "environment",
                    "encoder",
                    "network",
                    "plasticity",
                    "decoder",
                    "bridge",
                    InterventionList.KEY,
                    "run",
                    "recording");

    /** The origin of values that follow from others. */
    private static final String DERIVED = "derived";

    /** The standard of {@code run.checkpoint-every} [s]. */
    private static final double CHECKPOINT_EVERY = 600;

    private final Providers providers;

    Composer(Providers providers) {
        this.providers = providers;
    }

    /** The scenario in {@code root}, checked as a whole. */
    ScenarioFile compose(String name, Block root) {
        root.refuseUnknown(BLOCKS);
        Binder bridgeBinder = new Binder(1);
        BridgeParameters bridge = bridgeBinder.bind(BridgeParameters.class, root.block("bridge"));
        double step = bridge.step();
        Binder plasticityBinder = new Binder(step);
        Plasticity plasticity = plasticityBinder.bind(Plasticity.class, root.block("plasticity"));
        Binder environmentBinder = new Binder(step);
        EnvironmentBlock environment =
                environment(environmentBinder, physics(root, bridge, plasticity));
        Binder encoderBinder = new Binder(step);
        Map<String, EncoderBlock> encoders = encoders(encoderBinder, root.block("encoder"));
        Binder decoderBinder = new Binder(step);
        Map<String, DecoderBlock> decoders = decoders(decoderBinder, root.block("decoder"));
        Binder networkBinder = new Binder(step);
        NetworkParameters network =
                networkBinder.bind(NetworkParameters.class, network(root, decoders));
        InterventionList interventions = InterventionList.in(root, step);
        Binder runBinder = new Binder(step);
        RunParameters run = runBinder.bind(RunParameters.class, run(root, environment));
        Binder recordingBinder = new Binder(step);
        RecordingParameters recording =
                recordingBinder.bind(RecordingParameters.class, root.block("recording"));
        Scenario scenario =
                new Scenario(
                        name,
                        environment,
                        encoders,
                        network,
                        plasticity,
                        decoders,
                        bridge,
                        interventions.all(),
                        run,
                        recording);
        new Conflicts(scenario, root, interventions).refuse();
        List<Setting> settings = new ArrayList<>();
        Stream.of(
                        environmentBinder,
                        encoderBinder,
                        networkBinder,
                        plasticityBinder,
                        decoderBinder,
                        bridgeBinder)
                .forEach(binder -> settings.addAll(binder.settings()));
        settings.add(interventions.setting());
        settings.addAll(runBinder.settings());
        settings.addAll(recordingBinder.settings());
        return new ScenarioFile(scenario, settings);
    }

    private EnvironmentBlock environment(Binder binder, Block block) {
        Choice<EnvironmentProvider<?>, EnvironmentBlock.Shared> choice =
                binder.choose(
                        providers.environments(), "task", EnvironmentBlock.Shared.class, block);
        return new EnvironmentBlock(choice.provider(), choice.parameters(), choice.shared());
    }

    /** The block {@code environment} with the physics step that the exchange interval suggests. */
    private static Block physics(Block root, BridgeParameters bridge, Plasticity plasticity) {
        Block block = root.block("environment");
        if (block.has("physics-step")) {
            return block;
        }
        try {
            Grid grid =
                    Grid.of(
                            bridge.step(),
                            bridge.exchangeInterval(),
                            plasticity.weightUpdateInterval() * bridge.step(),
                            OptionalDouble.empty());
            String step = Quantity.text(grid.interval() / grid.physics(), Unit.MS);
            return with(block, "physics-step", step);
        } catch (IllegalArgumentException e) {
            throw Conflicts.ofGrids(root, e);
        }
    }

    /** The block {@code run} with a cadence of checkpoints that falls on the rebuilding of the physics. */
    private static Block run(Block root, EnvironmentBlock environment) {
        Block block = root.block("run");
        double rebuild = environment.shared().rebuildInterval();
        double count = CHECKPOINT_EVERY / rebuild;
        if (block.has("checkpoint-every") || Math.abs(count - Math.rint(count)) < 1e-9 * count) {
            return block;
        }
        String every = Quantity.text(Math.ceil(count) * rebuild, Unit.S);
        return with(block, "checkpoint-every", every);
    }

    /** The block {@code network}, its read-out and its projections' own plasticity completed. */
    private static Block network(Block root, Map<String, DecoderBlock> decoders) {
        Block network = root.block("network");
        Block projections = network.block("projections");
        ConfigObject complete = projections.object();
        for (String name : projections.names()) {
            Block projection = projections.block(name);
            if (projection.has("plasticity")) {
                ConfigObject own =
                        projection
                                .block("plasticity")
                                .object()
                                .withFallback(root.block("plasticity").object());
                complete =
                        complete.withValue(name, projection.object().withValue("plasticity", own));
            }
        }
        ConfigObject object = network.object();
        object = complete.isEmpty() ? object : object.withValue("projections", complete);
        network = new Block(network.path(), object, network.place());
        String readout =
                decoders.values().stream()
                        .map(DecoderBlock::population)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
        return network.has("readout") ? network : with(network, "readout", readout);
    }

    private Map<String, EncoderBlock> encoders(Binder binder, Block block) {
        Map<String, EncoderBlock> encoders = new LinkedHashMap<>();
        named(block, Scenario.ONLY_SOURCE)
                .forEach((name, each) -> encoders.put(name, encoder(binder, each)));
        return Collections.unmodifiableMap(encoders);
    }

    private EncoderBlock encoder(Binder binder, Block block) {
        Choice<EncoderProvider<?>, EncoderBlock.Shared> choice =
                binder.choose(providers.encoders(), "kind", EncoderBlock.Shared.class, block);
        return new EncoderBlock(choice.provider(), choice.parameters());
    }

    private Map<String, DecoderBlock> decoders(Binder binder, Block block) {
        Map<String, DecoderBlock> decoders = new LinkedHashMap<>();
        named(block, "output").forEach((name, each) -> decoders.put(name, decoder(binder, each)));
        return Collections.unmodifiableMap(decoders);
    }

    private DecoderBlock decoder(Binder binder, Block block) {
        Choice<DecoderProvider<?>, DecoderBlock.Shared> choice =
                binder.choose(providers.decoders(), "kind", DecoderBlock.Shared.class, block);
        return new DecoderBlock(
                choice.provider(), choice.parameters(), choice.shared().population());
    }

    /** The named blocks in {@code block}, or itself if it is a single one, or empty. */
    private static Map<String, Block> named(Block block, String only) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        if (block.has("kind") || block.object().isEmpty()) {
            blocks.put(only, block);
        } else {
            block.names().forEach(name -> blocks.put(name, block.block(name)));
        }
        return blocks;
    }

    private static Block with(Block block, String key, String value) {
        return new Block(
                block.path(),
                block.object().withValue(key, ConfigValueFactory.fromAnyRef(value, DERIVED)),
                block.place());
    }
}
