package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sporeloop.agents.SporeAgent;
import sporeloop.bridge.Loop;
import sporeloop.bridge.StateBytes;
import sporeloop.parameters.Provider;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.spore.plasticity.PlasticityRuleProvider;
import sporeloop.spore.plasticity.RewiringProvider;

/**
 * What every environment, encoder, decoder, plasticity rule and rewiring policy that scenarios can name
 * promises: two runs have the same state, on any number of threads; and a loop that is restored
 * from its state where the physics is rebuilt, at any exchange boundary, in the middle of an update
 * interval too, goes on bit for bit like one that was not. A new part is put through this as soon as it
 * is registered; the shipped scenarios are too.
 */
class ResumptionContractTest {
    private static final Providers OURS = Providers.ours();

    /** Parts of the tests that break on purpose. */
    private static final List<String> BROKEN = List.of("bursting");

    /** What parts need that has no default: for two command channels and eight neurons. */
    private static final Map<String, String> NEEDS =
            Map.of(
                    "linear",
                    "weights = [1, -1, 0, 2, 0, -2, 1, 0.5, -1, 1, 0, 0, 0.5, 1, -0.5, -1]");

    /** By what they are of: each shipped scenario, and for each part one that holds it. */
    private static final Map<String, String> SCENARIOS = scenarios();

    private static Map<String, String> scenarios() {
        Map<String, String> found = new LinkedHashMap<>();
        OURS.scenarios()
                .names()
                .forEach(name -> found.put("scenario " + name, "include \"" + name + "\"\n"));
        found.put("interpolated command", "include \"reaching\"\nbridge.command = interpolate\n");
        TreeSet<String> missing = new TreeSet<>();
        List<String> tasks = names(OURS.environments());
        List<String> encoders = names(OURS.encoders());
        List<String> decoders = names(OURS.decoders());
        tasks.forEach(name -> missing.add("environment " + name));
        encoders.forEach(name -> missing.add("encoder " + name));
        decoders.forEach(name -> missing.add("decoder " + name));
        for (String camera : List.of("", "environment.camera.enabled = true\n")) {
            for (String task : tasks) {
                for (String encoder : encoders) {
                    for (String decoder : decoders) {
                        List<String> parts =
                                List.of(
                                        "environment " + task,
                                        "encoder " + encoder,
                                        "decoder " + decoder);
                        String text = camera + text(task, encoder, decoder);
                        if (parts.stream().anyMatch(missing::contains) && loads(text)) {
                            parts.stream()
                                    .filter(missing::remove)
                                    .forEach(part -> found.put(part, text));
                        }
                    }
                }
            }
        }
        missing.forEach(part -> found.put(part, ""));
        ServiceLoader.load(PlasticityRuleProvider.class)
                .forEach(each -> found.put("rule " + each.name(), synapses("rule", each.name())));
        ServiceLoader.load(RewiringProvider.class)
                .forEach(
                        each ->
                                found.put(
                                        "rewiring " + each.name(),
                                        synapses("rewiring", each.name())));
        return found;
    }

    /** Sparse, with retractions at each update. */
    private static String synapses(String key, String name) {
        return text("reaching", "place-cells", "population-vector")
                + """
                  network.projections.all.connectivity { kind = fixed-probability, probability = 0.3 }
                  plasticity { %s = %s, temperature = 10, learning-rate = 1e-3 }
                  """
                        .formatted(key, name);
    }

    private static List<String> names(List<? extends Provider<?>> providers) {
        return providers.stream()
                .map(Provider::name)
                .filter(name -> !BROKEN.contains(name))
                .toList();
    }

    private static String text(String task, String encoder, String decoder) {
        return """
               environment.task = %s
               encoder.kind = %s
               network.populations.motor { size = 8, c2 = 1 Hz, c3 = 0.5, i-e = 1 }
               network.projections.all { from = input, to = motor, synapses-per-pair = 2 }
               plasticity.learning-rate = 1e-6
               decoder { kind = %s, population = motor, %s }
               """
                .formatted(task, encoder, decoder, NEEDS.getOrDefault(decoder, ""));
    }

    private static boolean loads(String text) {
        try {
            new Wiring(load(text, 1)).agent(true);
            return true;
        } catch (BadInput | IllegalArgumentException doNotFit) {
            return false;
        }
    }

    /** The scenario with the physics rebuilt every {@code rebuild} intervals. */
    private static Scenario load(String text, long rebuild) {
        try {
            Path file = Files.createTempFile("contract", ".conf");
            try {
                Files.writeString(file, text);
                double interval = ScenarioFile.load(file.toString()).scenario().grid().interval();
                String every = rebuild * interval + " ms";
                List<Assignment> assignments =
                        List.of(
                                Assignment.set("environment.rebuild-interval=" + every),
                                Assignment.set("run.checkpoint-every=" + every));
                return ScenarioFile.load(file.toString(), assignments, OURS).scenario();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> aRestoredLoopGoesOnBitForBit() {
        return SCENARIOS.entrySet().stream()
                .map(
                        each ->
                                dynamicTest(
                                        each.getKey(),
                                        () -> {
                                            goesOnBitForBit(each.getKey(), 1, 7, 40);
                                            goesOnBitForBit(each.getKey(), 13, 3, 60);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> theSameStateComesOfEachRunOnAnyNumberOfThreads() {
        return SCENARIOS.keySet().stream()
                .map(subject -> dynamicTest(subject, () -> sameOnThreads(subject)));
    }

    private static void sameOnThreads(String subject) throws IOException {
        byte[] first = conducted(subject, 1);
        for (int threads : new int[] {1, 2, 8}) {
            assertArrayEquals(first, conducted(subject, threads), subject + " on " + threads);
        }
    }

    /** The state after 60 intervals, body and brain in actors, the synapses on threads of their own. */
    private static byte[] conducted(String subject, int threads) throws IOException {
        LoopParts parts = new Wiring(load(textOf(subject), 13)).agent(true);
        if (parts.brain() instanceof SporeAgent agent) {
            agent.network().threads(threads);
        }
        try (ConductedLoop loop = new ConductedLoop(parts, threads, null)) {
            loop.advance(60);
        }
        if (parts.brain() instanceof SporeAgent agent) {
            agent.network().close();
        }
        return StateBytes.of(parts.loop()::save);
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.of(new ArrayList<>(SCENARIOS.keySet()));
    }

    @Property(tries = 30)
    void aLoopMayBeCutAtAnyRebuildingOfThePhysics(
            @ForAll("subjects") String subject,
            @ForAll @IntRange(min = 1, max = 60) int rebuild,
            @ForAll @IntRange(min = 1, max = 4) int rebuilds,
            @ForAll @IntRange(min = 1, max = 120) int further)
            throws IOException {
        goesOnBitForBit(subject, rebuild, rebuilds, further);
    }

    private static void goesOnBitForBit(String subject, int rebuild, int rebuilds, int further)
            throws IOException {
        Scenario scenario = load(textOf(subject), rebuild);
        Wiring wiring = new Wiring(scenario);
        goesOnBitForBit(subject, wiring, rebuild, rebuilds, further);
    }

    private static String textOf(String subject) {
        String text = SCENARIOS.getOrDefault(subject, "");
        assertTrue(
                !text.isEmpty(),
                () ->
                        "no scenario with defaults alone holds the "
                                + subject
                                + ": give its parameters defaults, or say here what it needs");
        return text;
    }

    private static void goesOnBitForBit(
            String subject, Wiring wiring, int rebuild, int rebuilds, int further)
            throws IOException {
        Loop straight = wiring.agent(true).loop();
        straight.start();
        straight.advance((long) rebuild * rebuilds);
        byte[] cut = StateBytes.of(straight::save);
        Loop resumed = wiring.agent(true).loop();
        resumed.restore(new DataInputStream(new ByteArrayInputStream(cut)));
        assertArrayEquals(cut, StateBytes.of(resumed::save), subject + ": saved again");
        for (int done = 0; done < further; done += 20) {
            straight.advance(Math.min(20, further - done));
            resumed.advance(Math.min(20, further - done));
            assertArrayEquals(
                    StateBytes.of(straight::save),
                    StateBytes.of(resumed::save),
                    subject + ", " + done + " intervals after " + rebuild * rebuilds);
        }
    }
}
