package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.results.figures.LearningCurve;
import sporeloop.results.run.ProgressTable;

class TrainerTest {
    @TempDir Path folder;

    @Test
    void aRunLeavesARowEachReportIntervalAndOneForTheRest() throws Exception {
        TrainingResult result = Runs.train(Runs.reaching(25, 10, 1, 1), folder.resolve("run"));
        assertEquals(RunEnd.DONE, result.end());
        ProgressTable table = ProgressTable.read(folder.resolve("run/progress.csv"));
        assertArrayEquals(new double[] {10, 20, 25}, table.column("sim_time_s"));
        assertEquals(
                List.of(
                        "sim_time_s",
                        "mean_reward",
                        "targets_reached_per_min",
                        "mean_time_to_target_s",
                        "motor_rate_hz",
                        "active_synapses",
                        "mean_theta",
                        "connections_born",
                        "connections_lost"),
                table.columns());
        for (String file :
                List.of("summary.json", "agent.bin", "learning-curve.svg", "learning-curve.png")) {
            assertTrue(Files.size(folder.resolve("run").resolve(file)) > 0, file);
        }
        String summary = Files.readString(folder.resolve("run/summary.json"));
        for (String key :
                List.of(
                        "final_targets_reached_per_min",
                        "overall_mean_time_to_target_s",
                        "oracle_targets_reached_per_min",
                        "untrained_targets_reached_per_min",
                        "real_time_factor")) {
            assertTrue(summary.contains('"' + key + '"'), key + " in " + summary);
        }
        assertTrue(result.oracleFigures().get("targets_reached_per_min") > 30);
        assertFalse(summary.contains("NaN"));
    }

    @Test
    void theSameSeedLeavesTheSameBytesOnAnyNumberOfThreads() throws Exception {
        Runs.train(Runs.reaching(25, 10, 1, 1), folder.resolve("one"));
        Runs.train(Runs.reaching(25, 10, 1, 2), folder.resolve("two"));
        Runs.train(Runs.reaching(25, 10, 2, 1), folder.resolve("other"));
        for (String file : List.of("progress.csv", "agent.bin")) {
            byte[] one = Files.readAllBytes(folder.resolve("one").resolve(file));
            assertArrayEquals(one, Files.readAllBytes(folder.resolve("two").resolve(file)), file);
            byte[] other = Files.readAllBytes(folder.resolve("other").resolve(file));
            assertFalse(java.util.Arrays.equals(one, other), file);
        }
        assertEquals(
                withoutWallClock(folder.resolve("one")), withoutWallClock(folder.resolve("two")));
    }

    private static List<String> withoutWallClock(Path run) throws Exception {
        return Files.readAllLines(run.resolve("summary.json")).stream()
                .filter(line -> !line.contains("wall_time_s") && !line.contains("real_time"))
                .toList();
    }

    @Test
    void theLearningCurveMarksEachInterventionFromItsBeginningToItsEnd() {
        List<Intervention> two =
                List.of(
                        new Intervention(3, 2, new Change.Blackout()),
                        new Intervention(7, new Change.CommandLoss(1)));
        assertEquals(
                List.of(
                        new LearningCurve.Band(3, 5, "blackout"),
                        new LearningCurve.Band(7, Double.POSITIVE_INFINITY, "command-loss")),
                Trainer.bands(two));
    }

    @Test
    void aBodyThatThrowsEndsTheRunInOneSentenceAndLeavesTheCompletedRows() throws Exception {
        Breaking burst = new Breaking(Runs.body(), Breaking.Way.THROWS, 250);
        TrainingResult result =
                Runs.train(Runs.in(burst, 30, Runs.reaching(60, 2, 1, 1)), folder.resolve("run"));
        assertEquals(RunEnd.FAILED, result.end());
        assertEquals(
                "The environment failed at simulated time 5.000 s: the ball burst.",
                result.message());
        ProgressTable table = ProgressTable.read(folder.resolve("run/progress.csv"));
        assertArrayEquals(new double[] {2, 4}, table.column("sim_time_s"));
    }

    @Test
    void aStackOverflowInTheBodyEndsTheRunAndNotTheProcess() throws Exception {
        Breaking endless = new Breaking(Runs.body(), Breaking.Way.OVERFLOWS_THE_STACK, 250);
        TrainingResult result =
                Runs.train(Runs.in(endless, 30, Runs.reaching(60, 2, 1, 1)), folder.resolve("run"));
        assertEquals(
                "The environment failed at simulated time 5.000 s: java.lang.StackOverflowError.",
                result.message());
    }

    @Test
    void aBodyThatHangsFailsTheRunSayingWhoIsSilentAndSinceWhen() throws Exception {
        Breaking stuck = new Breaking(Runs.body(), Breaking.Way.HANGS, 250);
        TrainingResult result =
                Runs.train(Runs.in(stuck, 1, Runs.reaching(60, 2, 1, 2)), folder.resolve("run"));
        stuck.release.countDown();
        assertEquals(RunEnd.FAILED, result.end());
        assertEquals(
                "The environment has been silent for 1.00 s of wall-clock time, since simulated"
                        + " time 5.000 s (bridge.watchdog = 1.00 s).",
                result.message());
        ProgressTable table = ProgressTable.read(folder.resolve("run/progress.csv"));
        assertArrayEquals(new double[] {2, 4}, table.column("sim_time_s"));
    }
}
