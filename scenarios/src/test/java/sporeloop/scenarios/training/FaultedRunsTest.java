package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Reading;
import sporeloop.results.run.ProgressCsv;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.InterventionList;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/**
 * Short runs of random scenarios with random interventions, in each of which one thing goes wrong at a
 * random interval, or nothing: body or agent breaks, an answer is lost, doubled, early or late, an actor
 * is stopped, the run is told to end. Each ends as it should within its bound, and its table holds every
 * row that was complete, the same as that of a run in a plain loop.
 */
class FaultedRunsTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int INTERVALS = 200;
    private static final int ROW = 25;

    @TempDir Path folder;

    @Test
    void aHundredAndTwentyFaultedRunsEndAsTheyShouldAndKeepTheirRows() throws Exception {
        many(120, 1);
    }

    @Test
    @Tag("long")
    void tenThousandFaultedRunsEndAsTheyShouldAndKeepTheirRows() throws Exception {
        many(10_000, 2);
    }

    private void many(int runs, long seed) throws Exception {
        Random random = new Random(seed);
        Map<RunEnd, Integer> ends = new EnumMap<>(RunEnd.class);
        Map<Mishap, Integer> mishaps = new EnumMap<>(Mishap.class);
        for (int n = 0; n < runs; n++) {
            long own = random.nextLong();
            Path run = folder.resolve("run-" + n);
            String name = "run " + n + " of seed " + own;
            Mishap mishap = mishap(n, new Random(own));
            mishaps.merge(mishap, 1, Integer::sum);
            RunEnd end =
                    assertTimeoutPreemptively(
                            BOUND, () -> one(run, mishap, new Random(own), name), name);
            ends.merge(end, 1, Integer::sum);
            delete(run);
        }
        System.out.println(runs + " faulted runs: " + mishaps + " ended " + ends);
    }

    /** Every kind in turn; a hang costs seconds, so there are few of them. */
    private static Mishap mishap(int n, Random random) {
        List<Mishap> all = List.of(Mishap.values());
        Mishap mishap = all.get(n % all.size());
        return mishap.hangs() && random.nextInt(8) > 0 ? Mishap.NONE : mishap;
    }

    private static RunEnd one(Path path, Mishap mishap, Random random, String name)
            throws Exception {
        int at = random.nextInt(INTERVALS);
        Scenario scenario = scenario(random, mishap.hangs() ? 0.5 : 30);
        int restarts = scenario.run().restarts();
        List<String> whole = rows(scenario, path.resolveSibling("plain.csv"));
        Mischief mischief = new Mischief(mishap, at, scenario.environment());
        try (RunDirectory directory = RunDirectory.claim(path)) {
            Wiring wiring = new Wiring(mischief.in(scenario));
            SupervisedRun run =
                    new SupervisedRun(
                            mischief.in(scenario),
                            wiring,
                            directory,
                            Progress.SILENT,
                            mischief,
                            mischief.in(wiring.agent(true)),
                            () -> mischief.in(wiring.agent(true)),
                            null);
            mischief.befall(run);
            Outcome outcome = run.run(null);
            String what =
                    "%s, %s at %d, %d restarts: %s %s"
                            .formatted(
                                    name, mishap, at, restarts, outcome.end(), outcome.message());
            assertTrue(mishap.mayEnd(outcome.end(), restarts), what);
            assertEquals(outcome.end() == RunEnd.FAILED, outcome.message().endsWith("."), what);
            assertTrue(
                    outcome.end() != RunEnd.FAILED || outcome.message().contains(mishap.word()),
                    what);
            List<String> kept = Files.readAllLines(directory.progress());
            int complete = outcome.end() == RunEnd.DONE ? INTERVALS / ROW : at / ROW;
            assertTrue(kept.size() > complete, what + " kept " + kept.size());
            int same = Math.min(kept.size(), whole.size()) - 1;
            for (int row = 0; row <= same; row++) {
                boolean other =
                        row > complete && (mishap.doubles() || outcome.end() == RunEnd.INTERRUPTED);
                assertTrue(other || whole.get(row).equals(kept.get(row)), what + " row " + row);
            }
            return outcome.end();
        }
    }

    private static List<String> rows(Scenario scenario, Path file) throws IOException {
        Files.deleteIfExists(file);
        LoopParts parts = new Wiring(scenario).agent(true);
        Ledger ledger = Ledger.of(parts);
        Loop loop = parts.loop();
        loop.start();
        try (ProgressCsv table = ProgressCsv.create(file, ledger.columns())) {
            Reading from = loop.reading();
            for (int k = 0; k < INTERVALS; k += ROW) {
                loop.advance(ROW);
                Reading to = loop.reading();
                table.append(ledger.row(from, to));
                from = to;
            }
        }
        return Files.readAllLines(file);
    }

    private static Scenario scenario(Random random, double watchdog) {
        List<Assignment> changes = new ArrayList<>();
        for (String change :
                List.of(
                        "encoder.columns=5",
                        "encoder.rows=5",
                        "network.projections.input-to-motor.synapses-per-pair=2",
                        "environment.rebuild-interval=1 s",
                        "run.checkpoint-every=1 s",
                        "run.report-interval=0.5 s",
                        "run.duration=4 s",
                        "run.seed=" + random.nextInt(1000),
                        "run.threads=" + (1 + random.nextInt(2)),
                        "run.restarts=" + random.nextInt(2),
                        "recording.on=" + random.nextBoolean(),
                        "bridge.command=" + (random.nextBoolean() ? "hold" : "interpolate"),
                        "bridge.sensory-latency=" + (1 + random.nextInt(3)),
                        "bridge.motor-latency=" + (1 + random.nextInt(3)),
                        "bridge.watchdog=" + watchdog + " s",
                        "interventions=" + interventions(random))) {
            changes.add(Assignment.set(change));
        }
        return ScenarioFile.load("reaching", changes, Providers.ours()).scenario();
    }

    private static List<String> interventions(Random random) {
        List<String> list = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            Intervention what = intervention(random);
            list.add(InterventionList.text(what, 1));
        }
        return list;
    }

    private static Intervention intervention(Random random) {
        double at = random.nextInt(INTERVALS) * 20.0 / 1000;
        double lasts = random.nextInt(50) * 20.0 / 1000;
        double share = random.nextDouble();
        Change change =
                switch (random.nextInt(13)) {
                    case 0 -> new Change.SpikeLoss(share);
                    case 1 -> new Change.Jitter(1 + random.nextInt(30));
                    case 2 -> new Change.NoiseSpikes(50 * share);
                    case 3 -> new Change.Blackout();
                    case 4 -> new Change.FrozenSensor();
                    case 5 -> new Change.CommandLoss(share);
                    case 6 -> new Change.CommandDelay(1 + random.nextInt(10));
                    case 7 -> new Change.MotorNoise(share);
                    case 8 -> new Change.RotateMotorMap(6 * share);
                    case 9 -> new Change.Push(share, -share);
                    case 10 -> new Change.MoveGoal(share / 2, -share / 2);
                    case 11 -> new Change.LesionSynapses(share, "all");
                    default ->
                            new Change.Lesion(
                                    share,
                                    random.nextBoolean()
                                            ? Change.Layer.SENSORY
                                            : Change.Layer.MOTOR);
                };
        return new Intervention(at, change.lasts() ? lasts : 0, change);
    }

    private static void delete(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
