package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Pace;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** What a hand does to a run under way begins at an interval, and can be repeated to the byte. */
class InterventionByHandTest {
    private static final String OWN = "interventions=[{ at = 0.5 s, spike-loss = 0.3 }]";

    /** By the interval before which each is done. */
    private static final Map<Long, Change> HAND =
            Map.of(
                    70L, new Change.Push(0.3, -0.2),
                    110L, new Change.MoveGoal(0.4, 0.4),
                    130L, new Change.Lesion(0.5, Change.Layer.SENSORY),
                    160L, new Change.LesionSynapses(0.4, "input-to-motor"),
                    190L, new Change.RotateMotorMap(2));

    @TempDir Path folder;

    /** Holds the loop before each interval of the hand's until it has been done. */
    private static final class Hand implements Pace {
        private final CompletableFuture<SupervisedRun> run = new CompletableFuture<>();
        private long done = -1;

        @Override
        public boolean mayBegin(long k) {
            return done >= k || !HAND.containsKey(k);
        }

        @Override
        public void whenDue(long k, Runnable wake) {
            done = k;
            Thread hand =
                    new Thread(
                            () -> {
                                Intervention what = new Intervention(9999, HAND.get(k));
                                var begun = run.join().intervene(what).toCompletableFuture();
                                assertEquals(what.at(k * 20.0 / 1000), begun.join());
                                wake.run();
                            });
            hand.start();
        }
    }

    private static ScenarioFile file(String duration) {
        return ScenarioFile.load(
                "reaching",
                List.of(
                        Assignment.set(OWN),
                        Assignment.set("run.duration=" + duration),
                        Assignment.set("run.report-interval=0.5 s"),
                        Assignment.set("environment.rebuild-interval=1 s"),
                        Assignment.set("run.checkpoint-every=1 s")),
                Providers.ours());
    }

    private static byte[] run(
            Scenario scenario, RunDirectory directory, Checkpoint from, boolean hand)
            throws Exception {
        Wiring wiring = new Wiring(scenario);
        Hand pace = new Hand();
        SupervisedRun run =
                new SupervisedRun(
                        scenario,
                        wiring,
                        directory,
                        Progress.SILENT,
                        hand ? pace : Pace.FREE,
                        wiring.agent(true),
                        () -> wiring.agent(true),
                        null);
        pace.run.complete(run);
        Outcome outcome =
                CompletableFuture.supplyAsync(
                                () -> {
                                    try {
                                        return run.run(from);
                                    } catch (java.io.IOException e) {
                                        throw new java.io.UncheckedIOException(e);
                                    }
                                })
                        .get(60, TimeUnit.SECONDS);
        assertEquals(RunEnd.DONE, outcome.end(), outcome.message());
        return sporeloop.bridge.StateBytes.of(
                out -> {
                    run.parts().brain().save(out);
                    run.parts().body().save(out);
                    run.parts().exchange().save(out);
                });
    }

    private byte[] byHand(Path path, String duration) throws Exception {
        ScenarioFile file = file(duration);
        try (RunDirectory directory = RunDirectory.claim(path)) {
            Files.writeString(path.resolve("scenario.conf"), file.text());
            return run(file.scenario(), directory, null, true);
        }
    }

    @Test
    void aRunIsRepeatedToTheByteFromItsScenarioAndItsInterventions() throws Exception {
        Path first = folder.resolve("first");
        byte[] state = byHand(first, "5 s");
        Path repeat = first.resolve("repeat.conf");
        Files.writeString(repeat, "include \"scenario.conf\"\ninclude \"interventions.conf\"\n");
        Scenario scenario = ScenarioFile.load(repeat.toString()).scenario();
        assertEquals(1 + HAND.size(), scenario.interventions().size());
        Path second = folder.resolve("second");
        try (RunDirectory directory = RunDirectory.claim(second)) {
            assertArrayEquals(state, run(scenario, directory, null, false));
        }
        assertArrayEquals(
                Files.readAllBytes(first.resolve("progress.csv")),
                Files.readAllBytes(second.resolve("progress.csv")));
        assertFalse(Files.exists(second.resolve("interventions.conf")), "no hand, no file");
    }

    @Test
    void aRunThatIsResumedSuffersAgainWhatItSuffered() throws Exception {
        byte[] state = byHand(folder.resolve("straight"), "5 s");
        Path cut = folder.resolve("cut");
        byHand(cut, "4 s");
        Path last = cut.resolve("checkpoints/checkpoint-000000000200.bin");
        Files.delete(last);
        try (RunDirectory directory = RunDirectory.reopen(cut)) {
            Checkpoint from = new CheckpointFolder(directory.checkpoints(), 2).newest(note -> {});
            assertEquals(150, from.boundary());
            assertArrayEquals(state, run(file("5 s").scenario(), directory, from, false));
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("straight/progress.csv")),
                Files.readAllBytes(cut.resolve("progress.csv")));
    }

    @Test
    void aFileThatIsNotThatOfTheRunIsRefused() throws Exception {
        Path run = folder.resolve("run");
        byHand(run, "4 s");
        Path file = run.resolve("interventions.conf");
        Files.writeString(file, Files.readString(file).replace("spike-loss", "command-loss"));
        try (RunDirectory directory = RunDirectory.reopen(run)) {
            ExecutionException refused =
                    assertThrows(
                            ExecutionException.class,
                            () -> run(file("4 s").scenario(), directory, null, false));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains(file + " does not begin with"),
                    refused.getMessage());
        }
    }

    @Test
    void whatTheTaskCanNotTakeAndARunThatHasNotBegunAreRefused() {
        Trainer trainer = new Trainer(ScenarioFile.load("pattern-matching").scenario());
        assertThrows(
                IllegalArgumentException.class,
                () -> trainer.intervene(new Intervention(0, new Change.Push(1, 0))));
        assertTrue(
                trainer.intervene(new Intervention(0, new Change.Blackout()))
                        .toCompletableFuture()
                        .isCompletedExceptionally());
    }
}
