package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.bridge.Pace;
import sporeloop.bridge.StateBytes;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Scenario;

/** What a run leaves depends on nothing around it: other runs, threads, delays, the wall clock. */
class TrainingsAtOnceTest {
    private static final long LONGEST_DELAY = 200_000;

    @TempDir Path folder;

    /** Trains without the measurements at the end, and keeps the state with the data. */
    private Path train(String name, Scenario scenario, Pace pace) {
        Path path = folder.resolve(name);
        try (RunDirectory directory = RunDirectory.claim(path)) {
            Wiring wiring = new Wiring(scenario);
            SupervisedRun run =
                    new SupervisedRun(
                            scenario,
                            wiring,
                            directory,
                            Progress.SILENT,
                            pace,
                            wiring.agent(true),
                            () -> wiring.agent(true),
                            null);
            assertEquals(RunEnd.DONE, run.run(null).end());
            Files.write(path.resolve("state"), StateBytes.of(run.parts().loop()::save));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void same(Path one, Path other) throws IOException {
        for (String file : List.of("progress.csv", "recording.spr", "state")) {
            assertArrayEquals(
                    Files.readAllBytes(one.resolve(file)),
                    Files.readAllBytes(other.resolve(file)),
                    file);
        }
    }

    private static Scenario recorded(long seed, int threads) {
        return Runs.recorded(Runs.reaching(12, 3, seed, threads));
    }

    @Test
    void trainingsAtOnceInOneProcessLeaveTheBytesThatEachLeavesAlone() throws Exception {
        int runs = 4;
        List<CompletableFuture<Path>> together = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(runs);
        for (int n = 0; n < runs; n++) {
            Scenario scenario = recorded(n, 1 + n % 2);
            String name = "together-" + n;
            together.add(
                    CompletableFuture.supplyAsync(() -> train(name, scenario, Pace.FREE), pool));
        }
        for (int n = 0; n < runs; n++) {
            Path alone = train("alone-" + n, recorded(n, 1), Pace.FREE);
            same(alone, together.get(n).join());
        }
        pool.shutdown();
    }

    /** Delays before each interval, on dispatchers of 1, 2 and 8 threads, recorded. */
    @Test
    void delaysOnAnyNumberOfThreadsChangeNoByteOfARecordedRun() throws Exception {
        Path straight = train("straight", recorded(1, 1), Pace.FREE);
        for (int threads : new int[] {1, 2, 8}) {
            Random random = new Random(threads);
            Pace dawdling =
                    new Pace() {
                        @Override
                        public boolean mayBegin(long k) {
                            LockSupport.parkNanos((long) (LONGEST_DELAY * random.nextDouble()));
                            return true;
                        }

                        @Override
                        public void whenDue(long k, Runnable wake) {
                            wake.run();
                        }
                    };
            same(straight, train("delayed-" + threads, recorded(1, threads), dawdling));
        }
    }

    /**
     * Counts what all threads allocate, the recorder's included, while episodes end and begin: less
     * than a kilobyte an exchange but for the new worlds, 810 kB each, that the physics library
     * builds for them.
     */
    @Test
    void aRecordedLoopAllocatesLessThanAKilobyteAnExchangeButForNewWorlds() throws Exception {
        Scenario scenario = Runs.recorded(Runs.reaching(400, 10, 1, 1));
        Wiring wiring = new Wiring(scenario);
        LoopParts parts = wiring.agent(true);
        RecordingPlan plan =
                RecordingPlan.create(
                        folder.resolve("recording.spr"),
                        wiring.tracks(parts, parts.reading()),
                        wiring);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ConductedLoop loop = new ConductedLoop(parts, 1, plan)) {
            loop.advance(6_000);
            long worlds = worlds(parts);
            long before = allocated(threads);
            loop.advance(16_000);
            double each =
                    (allocated(threads) - before - 850_000.0 * (worlds(parts) - worlds)) / 10_000;
            assertTrue(worlds(parts) > worlds, "episodes began");
            assertTrue(each < 1024, each + " bytes an exchange");
        }
    }

    /** Worlds built so far: one an episode, one a rebuilding of the physics. */
    private static long worlds(LoopParts parts) throws IOException {
        long[] episodes = new long[1];
        byte[] state = StateBytes.of(parts.body()::save);
        try (var in = new java.io.DataInputStream(new java.io.ByteArrayInputStream(state))) {
            long intervals = in.readLong();
            episodes[0] = in.readLong() + intervals / 3000;
        }
        return episodes[0];
    }

    private static long allocated(ThreadMXBean threads) {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
