package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** A run that goes on from a checkpoint leaves the bytes of one that was never stopped. */
class ResumptionTest {
    /** Physics rebuilt every 0.7 s: in mid-update-interval, off the report grid of 0.9 s. */
    private static final List<String> CADENCE =
            List.of(
                    "environment.rebuild-interval=0.7 s",
                    "run.checkpoint-every=1.4 s",
                    "run.report-interval=0.9 s",
                    "recording.on=true");

    @TempDir Path folder;
    private Path straight;

    @BeforeEach
    void aRunOfTenSeconds() throws Exception {
        straight = folder.resolve("straight");
        Runs.train(scenario("10 s", "1"), straight);
    }

    private static Scenario scenario(String duration, String threads) {
        List<Assignment> assignments = new ArrayList<>();
        CADENCE.forEach(each -> assignments.add(Assignment.set(each)));
        assignments.add(Assignment.set("run.duration=" + duration));
        assignments.add(Assignment.set("run.threads=" + threads));
        return ScenarioFile.load("reaching", assignments, Providers.ours()).scenario();
    }

    private static TrainingResult resume(Scenario scenario, Path run) throws Exception {
        try (RunDirectory directory = RunDirectory.reopen(run)) {
            return new Trainer(scenario).resume(directory, Progress.SILENT);
        }
    }

    private void same(Path run) throws Exception {
        for (String file :
                List.of(
                        "progress.csv",
                        "agent.bin",
                        "recording.spr",
                        "checkpoints/checkpoint-000000000490.bin",
                        "checkpoints/checkpoint-000000000420.bin")) {
            assertArrayEquals(
                    Files.readAllBytes(straight.resolve(file)),
                    Files.readAllBytes(run.resolve(file)),
                    file);
        }
        assertEquals(withoutWallClock(straight), withoutWallClock(run));
    }

    private static List<String> withoutWallClock(Path run) throws Exception {
        return Files.readAllLines(run.resolve("summary.json")).stream()
                .filter(line -> !line.contains("wall_time_s") && !line.contains("real_time"))
                .toList();
    }

    @Test
    void aShorterRunThatIsExtendedTwiceLeavesTheBytesOfTheLongOne() throws Exception {
        Path run = folder.resolve("pieces");
        Runs.train(scenario("3 s", "2"), run);
        assertTrue(Files.exists(run.resolve("checkpoints/checkpoint-000000000140.bin")));
        resume(scenario("6.1 s", "1"), run);
        resume(scenario("10 s", "2"), run);
        same(run);
    }

    @Test
    void resumingARunThatIsOverChangesNothing() throws Exception {
        Path run = folder.resolve("over");
        Runs.train(scenario("10 s", "1"), run);
        resume(scenario("10 s", "1"), run);
        same(run);
        Path onTheGrid = folder.resolve("on the grid");
        Runs.train(scenario("6.3 s", "1"), onTheGrid);
        byte[] rows = Files.readAllBytes(onTheGrid.resolve("progress.csv"));
        Path newest = onTheGrid.resolve("checkpoints/checkpoint-000000000315.bin");
        byte[] state = Files.readAllBytes(newest);
        resume(scenario("6.3 s", "1"), onTheGrid);
        assertArrayEquals(rows, Files.readAllBytes(onTheGrid.resolve("progress.csv")));
        assertArrayEquals(state, Files.readAllBytes(newest));
    }

    @Test
    void aRunGoesOnFromTheCheckpointBeforeADamagedOneAndSaysSo() throws Exception {
        Path run = folder.resolve("damaged");
        Runs.train(scenario("8 s", "1"), run);
        Path newest = run.resolve("checkpoints/checkpoint-000000000385.bin");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        List<String> notes = new ArrayList<>();
        try (RunDirectory directory = RunDirectory.reopen(run)) {
            new Trainer(scenario("10 s", "1"))
                    .resume(
                            directory,
                            new Progress() {
                                @Override
                                public void noted(String sentence) {
                                    notes.add(sentence);
                                }
                            });
        }
        assertEquals(
                List.of(
                        newest
                                + " is damaged or was cut off: its checksum is wrong. Going on from"
                                + " the one before."),
                notes);
        same(run);
    }

    @Test
    void aRunWithoutACheckpointBeginsAgain() throws Exception {
        Path run = folder.resolve("killed early");
        Files.createDirectory(run);
        Files.writeString(run.resolve("progress.csv"), "sim_time_s,mean_rew");
        resume(scenario("10 s", "1"), run);
        same(run);
    }

    @Test
    void rowsAfterTheCheckpointAndATornLineAreWrittenAgain() throws Exception {
        Path run = folder.resolve("torn");
        Runs.train(scenario("8 s", "1"), run);
        Files.writeString(run.resolve("progress.csv"), "8.1,0.5,1\n3,4", StandardOpenOption.APPEND);
        resume(scenario("10 s", "1"), run);
        same(run);
    }

    @Test
    void aTableShorterThanTheCheckpointSaysIsRefused() throws Exception {
        Path run = folder.resolve("cut");
        Runs.train(scenario("8 s", "1"), run);
        Path rows = run.resolve("progress.csv");
        Files.writeString(rows, Files.readAllLines(rows).get(0) + "\n");
        RefusedException refused =
                assertThrows(RefusedException.class, () -> resume(scenario("10 s", "1"), run));
        assertTrue(refused.getMessage().contains("progress.csv has"), refused.getMessage());
    }

    @Test
    void aCheckpointOfAnotherShapeIsRefusedSayingWhatDoesNotFit() throws Exception {
        Scenario larger =
                ScenarioFile.load(
                                "reaching",
                                List.of(Assignment.set("network.populations.motor.size=12")),
                                Providers.ours())
                        .scenario();
        Trainer trainer = new Trainer(larger);
        RefusedException refused =
                assertThrows(RefusedException.class, () -> trainer.from(straight));
        assertTrue(
                refused.getMessage().contains("size of population motor 8, this one 12"),
                refused.getMessage());
    }

    @Test
    void aNewRunBeginsWithTheNetworkOfAnother() throws Exception {
        Path run = folder.resolve("transfer");
        try (RunDirectory directory = RunDirectory.claim(run)) {
            Trainer trainer = new Trainer(scenario("2 s", "1"));
            trainer.from(straight);
            trainer.run(directory, Progress.SILENT);
        }
        assertArrayEquals(
                Files.readAllBytes(straight.resolve("agent.bin")),
                Files.readAllBytes(run.resolve("initial-agent.bin")));
        assertEquals(4, Files.readAllLines(run.resolve("progress.csv")).size(), "2 s of its own");
    }
}
