package sporeloop.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.SweepDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.ScenarioTemplate;
import sporeloop.scenarios.training.Progress;
import sporeloop.scenarios.training.Trainer;

class SweepTest {
    private static final String SIX =
            "seeds = [1, 2, 3], axes { plasticity.temperature = [0.1, 0.2] }";

    @TempDir Path folder;

    /** Scores a trial by its temperature and seed at once, and counts. */
    private static final class Instant implements TrialRunner {
        final Set<String> run = new ConcurrentSkipListSet<>();
        final AtomicInteger attempts = new AtomicInteger();
        private final BiPredicate<Trial, Integer> failing;

        Instant() {
            this((trial, attempt) -> false);
        }

        Instant(BiPredicate<Trial, Integer> failing) {
            this.failing = failing;
        }

        @Override
        public Optional<TrialRecord> run(
                Trial trial, String sweep, int attempt, RunDirectory directory, Watcher watcher)
                throws IOException {
            attempts.incrementAndGet();
            if (failing.test(trial, attempt)) {
                throw new IllegalStateException("the ball burst");
            }
            run.add(trial.words());
            Files.writeString(directory.summary(), "{}");
            double t = Double.parseDouble(trial.point().get("plasticity.temperature"));
            return Optional.of(record(trial, sweep, attempt, 10 * t + trial.seed()));
        }

        static TrialRecord record(Trial trial, String sweep, int attempt, double score) {
            return new TrialRecord(
                    trial.id(),
                    sweep,
                    trial.point(),
                    trial.seed(),
                    trial.seconds(),
                    trial.metric(),
                    score,
                    attempt,
                    null);
        }
    }

    private SweepOptions options() {
        return SweepOptions.into(folder.resolve("sweep"));
    }

    private SweepResult run(String block, TrialRunner runner) throws IOException {
        return new Sweep(SweepFileTest.plan(block), options(), runner).run(SweepListener.SILENT);
    }

    private String csv() throws IOException {
        return PointTable.read(folder.resolve("sweep")).table().csv();
    }

    @Test
    void aSweepThatIsResumedRunsWhatIsMissingAndHasTheSameTable() throws IOException {
        Instant first = new Instant();
        assertEquals(6, run(SIX, first).finished());
        String whole = csv();
        try (Stream<Path> trials = Files.list(folder.resolve("sweep/trials"))) {
            for (Path trial : trials.sorted().limit(2).toList()) {
                Files.move(trial, folder.resolve("sweep/running").resolve(trial.getFileName()));
            }
        }
        Instant second = new Instant();
        SweepResult result = run(SIX, second);
        assertEquals(
                List.of(2L, 4L, 0L), List.of(result.finished(), result.reused(), result.failed()));
        assertEquals(2, second.run.size());
        assertEquals(whole, csv());
    }

    @Test
    void anEditedSweepTakesOverWhatIsTheSameAndLeavesOutTheRest() throws IOException {
        run(SIX, new Instant());
        Instant second = new Instant();
        run("seeds = [1, 2], axes { plasticity.temperature = [0.2, 0.3] }", second);
        assertEquals(
                new TreeSet<>(Set.of("temperature=0.3 seed=1", "temperature=0.3 seed=2")),
                second.run);
        PointTable table = PointTable.read(folder.resolve("sweep"));
        assertEquals(
                List.of(List.of("0.2"), List.of("0.3")),
                table.points().stream().map(PointTable.Row::values).toList());
        assertArrayEquals(new double[] {3, 4}, table.points().get(0).scores(), 1e-12);
    }

    @Test
    void aTrialThatFailsIsTriedAgainThenRecordedAndTheRestGoesOn() throws IOException {
        Instant runner =
                new Instant(
                        (trial, attempt) ->
                                trial.seed() == 2 || (trial.seed() == 3 && attempt == 1));
        SweepResult result = run(SIX, runner);
        assertEquals(4, result.finished());
        assertEquals(2, result.failed());
        assertEquals(2 + 2 * 2 + 2 * 2, runner.attempts.get());
        List<Path> failures = SweepDirectory.failures(folder.resolve("sweep"));
        assertEquals(
                "the ball burst", TrialRecord.read(failures.get(0).resolve("trial.json")).error());
        assertTrue(csv().startsWith("plasticity.temperature,seeds,failed,"), csv());
        assertTrue(csv().contains("0.1,2,1,"), csv());
        Instant again = new Instant();
        assertEquals(2, run(SIX, again).failed(), "what failed is not tried for ever");
        assertEquals(0, again.attempts.get());
    }

    @Test
    void aFullDiskStopsTheSweepWithASentenceAndKeepsWhatIsFinished() throws IOException {
        Instant enough = new Instant();
        TrialRunner full =
                (trial, sweep, attempt, directory, watcher) -> {
                    if (enough.attempts.get() == 3) {
                        throw new IOException("No space left on device");
                    }
                    return enough.run(trial, sweep, attempt, directory, watcher);
                };
        SweepOptions one = options().parallel(1);
        SweepResult result =
                new Sweep(SweepFileTest.plan(SIX), one, full).run(SweepListener.SILENT);
        assertEquals(SweepResult.End.STOPPED, result.end());
        assertEquals(
                "The sweep can't be written down: no space left on device. What is finished is safe;"
                        + " make room and go on with --resume.",
                result.message());
        assertEquals(3, run(SIX, new Instant()).reused());
    }

    @Test
    void shardsShareTheTrialsAndTheirFolder() throws IOException {
        Instant all = new Instant();
        for (int part = 1; part <= 3; part++) {
            Instant one = new Instant();
            SweepOptions o = options();
            SweepOptions shard =
                    new SweepOptions(o.out(), 2, false, false, new Shard(part, 3), null, List.of());
            new Sweep(SweepFileTest.plan(SIX), shard, one).run(SweepListener.SILENT);
            assertEquals(2, one.run.size());
            all.run.addAll(one.run);
        }
        assertEquals(6, all.run.size());
        assertEquals(6, run(SIX, new Instant()).reused());
    }

    @Test
    void twoSweepsInOneFolderAreRefused() throws IOException {
        Path sweep = folder.resolve("sweep");
        try (SweepDirectory held = SweepDirectory.open(sweep, true, "")) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> run(SIX, new Instant()));
            assertTrue(Files.exists(held.trials()));
            assertTrue(refused.getMessage().contains("is in use by another sweep"));
        }
    }

    @Test
    void aHalvingSweepRunsItsRungsAndComesToTheSameEndWhenResumed() throws IOException {
        String block =
                "axes { plasticity.temperature { from = 0.1, to = 1 } }\n"
                        + "strategy { kind = successive-halving, count = 9, min-duration = 400 s }";
        Instant first = new Instant();
        assertEquals(9 + 3 + 1, run(block, first).finished());
        String table = csv();
        Instant second = new Instant();
        assertEquals(13, run(block, second).reused());
        assertEquals(0, second.attempts.get());
        assertEquals(table, csv());
    }

    @Test
    void aTrialLeavesTheBytesOfTrainAlone() throws IOException {
        String block =
                "duration = 20 s, set { run.report-interval = 10 s }\n"
                        + "axes { plasticity.temperature = [0.1, 0.2] }";
        SweepPlan plan = SweepFileTest.plan(block);
        Sweep sweep = new Sweep(plan, options(), Providers.ours());
        assertEquals(2, sweep.run(SweepListener.SILENT).finished());
        Trial trial = plan.trials(plan.search().next(new double[0]).get(1)).get(0);
        ScenarioFile file =
                ScenarioTemplate.parse("reaching", trial.text(), Providers.ours()).with(List.of());
        Path alone = folder.resolve("alone");
        try (RunDirectory directory = RunDirectory.claim(alone)) {
            new Trainer(file.scenario()).run(directory, Progress.SILENT);
        }
        Path beside = folder.resolve("sweep/trials").resolve(trial.id());
        for (String name : List.of("progress.csv", "agent.bin")) {
            assertArrayEquals(
                    Files.readAllBytes(alone.resolve(name)),
                    Files.readAllBytes(beside.resolve(name)),
                    name);
        }
        assertEquals(withoutWallClock(alone), withoutWallClock(beside));
        assertFalse(withoutWallClock(beside).isEmpty());
    }

    @Test
    void aLongerRungGoesOnFromTheShorterAndLeavesTheBytesOfAStraightRun() throws IOException {
        String block =
                """
                duration = 40 s, set { run.report-interval = 10 s }
                axes { plasticity.temperature = [0.1, 0.2] }
                strategy { kind = successive-halving, min-duration = 20 s, eta = 2 }
                """;
        SweepPlan plan = SweepFileTest.plan(block);
        Sweep sweep = new Sweep(plan, options(), Providers.ours());
        assertEquals(3, sweep.run(SweepListener.SILENT).finished());
        Path rung = null;
        for (Path trial : SweepDirectory.trials(folder.resolve("sweep"))) {
            if (TrialRecord.read(trial.resolve("trial.json")).durationS() == 40) {
                rung = trial;
            }
        }
        String manifest = Files.readString(rung.resolve("manifest.json"));
        assertTrue(manifest.contains("\"resumptions\" : [ {"), "began anew: " + manifest);
        ScenarioFile file =
                ScenarioFile.load(
                        rung.resolve("scenario.conf").toString(), List.of(), Providers.ours());
        Path straight = folder.resolve("straight");
        try (RunDirectory directory = RunDirectory.claim(straight)) {
            new Trainer(file.scenario().named("reaching")).run(directory, Progress.SILENT);
        }
        for (String name : List.of("progress.csv", "agent.bin")) {
            assertArrayEquals(
                    Files.readAllBytes(straight.resolve(name)),
                    Files.readAllBytes(rung.resolve(name)),
                    name);
        }
        assertEquals(withoutWallClock(straight), withoutWallClock(rung));
    }

    private static List<String> withoutWallClock(Path run) throws IOException {
        return Files.readAllLines(run.resolve("summary.json")).stream()
                .filter(line -> !line.contains("wall_time_s") && !line.contains("real_time"))
                .toList();
    }
}
