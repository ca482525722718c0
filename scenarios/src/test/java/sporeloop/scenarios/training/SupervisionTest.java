package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Scenario;

/** A part that fails is restarted by policy; what can't be mended ends the run in a sentence. */
class SupervisionTest {
    @TempDir Path folder;

    private final List<String> heard = new ArrayList<>();

    private TrainingResult train(Scenario scenario, String run, Progress progress)
            throws IOException {
        try (RunDirectory directory = RunDirectory.claim(folder.resolve(run))) {
            return new Trainer(scenario).run(directory, progress);
        }
    }

    private final Progress listener =
            new Progress() {
                @Override
                public void restarted(String failure, double seconds) {
                    heard.add(failure + " " + seconds);
                }
            };

    private static Scenario breaking(Breaking.Way way, int restarts) {
        Breaking body = new Breaking(Runs.body(), way, 250);
        return Runs.supervised(Runs.in(body, 30, Runs.reaching(8, 2, 1, 1)), restarts);
    }

    @ParameterizedTest
    @EnumSource(names = {"THROWS_ONCE", "RUNS_OUT_OF_MEMORY_ONCE"})
    void aBodyThatFailsOnceLeavesTheBytesOfOneThatDoesNot(Breaking.Way way) throws Exception {
        TrainingResult result = train(breaking(way, 1), "broken", listener);
        assertEquals(RunEnd.DONE, result.end(), result.message());
        assertEquals(1, heard.size());
        assertTrue(heard.get(0).endsWith(" 5.0") || heard.get(0).endsWith(" 4.0"), heard.get(0));
        train(Runs.supervised(Runs.reaching(8, 2, 1, 1), 1), "sound", Progress.SILENT);
        for (String file :
                List.of(
                        "progress.csv",
                        "agent.bin",
                        "checkpoints/checkpoint-000000000400.bin",
                        "checkpoints/checkpoint-000000000350.bin")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("sound").resolve(file)),
                    Files.readAllBytes(folder.resolve("broken").resolve(file)),
                    file);
        }
    }

    @Test
    void aBodyThatFailsAgainEndsTheRunAfterTheRestartsThatItMayHave() throws Exception {
        Breaking body = new Breaking(Runs.body(), Breaking.Way.THROWS, 30);
        Scenario scenario = Runs.supervised(Runs.in(body, 30, Runs.reaching(8, 2, 1, 1)), 2);
        TrainingResult result = train(scenario, "broken", listener);
        assertEquals(
                "The environment failed at simulated time 0.600 s: the ball burst. It had been"
                        + " restarted 2 times, the last time from its last checkpoint, at simulated"
                        + " time 0.000 s (run.restarts = 2).",
                result.message());
        assertEquals(2, heard.size());
    }

    @Test
    void aFolderThatCanNoLongerBeWrittenToEndsTheRunInASentenceAndItCanGoOnLater()
            throws Exception {
        Scenario scenario = Runs.supervised(Runs.reaching(400, 2, 1, 1), 1);
        Path run = folder.resolve("run");
        Path checkpoints = run.resolve("checkpoints");
        Progress vandal =
                new Progress() {
                    @Override
                    public void advanced(double seconds, double mainFigure) {
                        if (seconds > 20 && Files.isDirectory(checkpoints)) {
                            replaceByAFile(checkpoints);
                        }
                    }
                };
        TrainingResult result = train(scenario, "run", vandal);
        assertEquals(RunEnd.FAILED, result.end());
        assertTrue(
                result.message().startsWith("The run can't be written down: " + run),
                result.message());
        Files.delete(checkpoints);
        try (RunDirectory directory = RunDirectory.reopen(run)) {
            TrainingResult resumed = new Trainer(scenario).resume(directory, Progress.SILENT);
            assertEquals(RunEnd.DONE, resumed.end());
        }
    }

    private static void replaceByAFile(Path checkpoints) {
        try {
            for (Path file : new CheckpointFolder(checkpoints, 1).files()) {
                Files.deleteIfExists(file);
            }
            try (var left = Files.list(checkpoints)) {
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.delete(checkpoints);
            Files.createFile(checkpoints);
        } catch (java.nio.file.DirectoryNotEmptyException beingWritten) {
            // A checkpoint came in between: next time.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
