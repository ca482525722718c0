package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.parameters.Ranges;

class InterventionListTest {
    private static final List<Intervention> ALL =
            List.of(
                    new Intervention(3600, new Change.RotateMotorMap(Math.PI / 2)),
                    new Intervention(0.02, 0.3, new Change.SpikeLoss(0.1)),
                    new Intervention(0, 0.02, new Change.Jitter(3)),
                    new Intervention(1.0 / 3, new Change.NoiseSpikes(12.5)),
                    new Intervention(7, 60, new Change.Blackout()),
                    new Intervention(7, new Change.FrozenSensor()),
                    new Intervention(7, new Change.CommandLoss(1)),
                    new Intervention(7, new Change.CommandDelay(2)),
                    new Intervention(7, new Change.Push(0.5, -0.25)),
                    new Intervention(7, 1, new Change.MoveGoal(0.1, 0.7)),
                    new Intervention(7, new Change.MotorNoise(0.01)),
                    new Intervention(7, new Change.Lesion(0.5, Change.Layer.SENSORY)),
                    new Intervention(7, new Change.LesionSynapses(0.5, "input-to-motor")));

    @TempDir Path folder;

    private static List<Intervention> load(String list) {
        return ScenarioFile.load(
                        "reaching",
                        List.of(Assignment.set("interventions=" + list)),
                        Providers.ours())
                .scenario()
                .interventions();
    }

    @Test
    void theFirstValueMayStandForTheBlock() {
        assertEquals(
                List.of(
                        new Intervention(3600, new Change.RotateMotorMap(Math.PI / 2)),
                        new Intervention(10, 60, new Change.Blackout()),
                        new Intervention(20, new Change.Lesion(0.25, Change.Layer.MOTOR)),
                        new Intervention(30, new Change.LesionSynapses(0.5, "all")),
                        new Intervention(40, new Change.Push(0.5, 0))),
                load(
                        "[{ at = 1 h, rotate-motor-map = 90 deg },"
                                + " { at = 10 s, lasts = 1 min, blackout = on },"
                                + " { at = 20 s, lesion = 0.25 }, { at = 30 s, lesion-synapses = 0.5 },"
                                + " { at = 40 s, push { x = 0.5 m/s, y = 0 m/s } }]"));
    }

    @Test
    void everyKindIsWrittenAndReadAgainToTheBit() throws Exception {
        assertEquals(Change.class.getPermittedSubclasses().length, ALL.size());
        Path file = folder.resolve("interventions.conf");
        Files.writeString(file, InterventionList.text(ALL, 1));
        assertEquals(ALL, InterventionList.read(file, 1));
    }

    @Test
    void aResolvedScenarioHoldsItsInterventions() throws Exception {
        Path file = folder.resolve("mine.conf");
        Files.writeString(
                file,
                """
                include "reaching"
                interventions = [
                  { at = 1 min, lesion = 0.3 }
                  { at = 2 min, push { x = 1 m/s, y = 0 m/s } }
                ]
                """);
        ScenarioFile mine = ScenarioFile.load(file.toString());
        Path resolved = folder.resolve("resolved.conf");
        Files.writeString(resolved, mine.text());
        assertEquals(2, mine.scenario().interventions().size());
        assertEquals(
                mine.scenario().interventions(),
                ScenarioFile.load(resolved.toString()).scenario().interventions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            5                                   | interventions = 5, but must be a list
            [5]                                 | interventions = 5, but must be a block
            [{ at = 1 s }]                      | says when, but not what. Write one of: spike-loss
            [{ at = 1 s, lesion = 1, blackout = on }] | says blackout and lesion. Give each
            [{ at = 1 s, blackut = on }]        | Did you mean interventions.blackout?
            [{ blackout = on }]                 | interventions.at is missing
            [{ at = 1, blackout = on }]         | interventions.at = 1, but
            [{ at = 1 s, blackout = off }]      | interventions.blackout = off, but must be on.
            [{ at = 1 s, push = 3 m/s }]        | must be a block: push { x = …, y = … }.
            [{ at = 1 s, push { x = 1 m/s } }]  | interventions.push.y is missing
            [{ at = 1 s, lesion = 2 }]          | interventions.lesion.share = 2, but must be
            [{ at = 1 s, lesion { share = 1, lyer = motor } }] | Did you mean interventions.lesion.layer?
            [{ at = 1.01 s, blackout = on }]    | interventions.at = 1010 ms is not a whole number of exchange
            [{ at = 1 s, lasts = 30 ms, blackout = on }] | interventions.lasts = 30 ms is not a whole number
            [{ at = 1 s, lasts = 1 s, push { x = 1 m/s, y = 1 m/s } }] | a push is done at once. Leave lasts out.
            [{ at = 1 s, lesion-synapses { share = 1, projection = input-to-moter } }] | Did you mean input-to-motor?
            """)
    void aMistakeIsOneSentenceThatNamesTheKey(String list, String sentence) throws Exception {
        Path file = folder.resolve("mine.conf");
        Files.writeString(file, "include \"reaching\"\ninterventions = " + list + "\n");
        BadInput refused =
                assertThrows(BadInput.class, () -> ScenarioFile.load(file.toString()), list);
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(file + ":2: ") && message.contains(sentence), message);
    }

    @Test
    void whatTheTaskCanNotTakeIsRefusedAtItsLine() throws Exception {
        Path file = folder.resolve("mine.conf");
        Files.writeString(
                file,
                """
                include "pattern-matching"
                interventions = [
                  { at = 1 min, push { x = 1 m/s, y = 0 m/s } }
                ]
                """);
        BadInput refused = assertThrows(BadInput.class, () -> ScenarioFile.load(file.toString()));
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith(file + ":3: ")
                        && refused.getMessage().contains("no body that can be pushed"),
                refused.getMessage());
    }

    @Test
    void thePageOnInterventionsNamesEveryKindWithItsKeys() throws Exception {
        String page = Files.readString(Path.of("../docs/interventions.md"));
        for (Class<?> kind : Change.class.getPermittedSubclasses()) {
            String row =
                    page.lines()
                            .filter(
                                    line ->
                                            line.startsWith(
                                                    "| `"
                                                            + Ranges.kebab(kind.getSimpleName())
                                                            + "` |"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(kind.getSimpleName()));
            for (RecordComponent key : kind.getRecordComponents()) {
                assertTrue(row.contains("`" + Ranges.kebab(key.getName()) + "`"), row);
            }
        }
    }
}
