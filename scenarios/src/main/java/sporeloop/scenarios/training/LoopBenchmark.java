package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import sporeloop.bridge.Loop;
import sporeloop.scenarios.file.Scenario;

/**
 * Times the same loop in actors and in a plain loop in one thread. Both advance in turns, chunk by
 * chunk, through the same simulated time of the same seed, so that the machine's other work falls on
 * both alike; a loop's speed is that of its median chunk.
 * <pre>
 *   overhead = plain speed / actors' speed − 1
 * </pre>
 */
public final class LoopBenchmark {
    private static final double WARM_UP_SECONDS = 300;
    // Some 40 ms of wall time: most are not interrupted by the machine's other work.
    private static final double CHUNK_SECONDS = 20;
    private static final int CHUNKS = 75;

    private LoopBenchmark() {}

    /**
     * What was measured.
     *
     * @param exchangeMs exchange interval [ms]
     * @param actors simulated time over wall time in actors, on the scenario's threads
     * @param plain the same in a plain loop
     * @param recorded the same in actors, recorded
     */
    public record Result(double exchangeMs, double actors, double plain, double recorded) {
        /** What the actors cost: 0.05 is 5 % more wall time. */
        public double overhead() {
            return plain / actors - 1;
        }

        /** What recording costs a run in actors. */
        public double recording() {
            return actors / recorded - 1;
        }
    }

    /**
     * Measures one scenario; takes some seconds.
     *
     * @throws IOException if the recording can't be written
     */
    public static Result measure(Scenario scenario) throws IOException {
        Wiring wiring = new Wiring(scenario);
        double interval = scenario.grid().interval() / 1000;
        long warmUp = Math.round(WARM_UP_SECONDS / interval);
        long chunk = Math.round(CHUNK_SECONDS / interval);
        Loop plain = wiring.agent(true).loop();
        int threads = scenario.run().threads();
        plain.start();
        double[] plainNanos = new double[CHUNKS];
        double[] actorNanos = new double[CHUNKS];
        double[] recordedNanos = new double[CHUNKS];
        Path file = Files.createTempDirectory("sporeloop").resolve("recording.spr");
        try (ConductedLoop actors = new ConductedLoop(wiring.agent(true), threads, null);
                ConductedLoop recorded = recorded(scenario, file)) {
            plain.advance(warmUp);
            actors.advance(warmUp);
            recorded.advance(warmUp);
            for (int c = 0; c < CHUNKS; c++) {
                long start = System.nanoTime();
                plain.advance(chunk);
                long middle = System.nanoTime();
                actors.advance(warmUp + (c + 1) * chunk);
                long end = System.nanoTime();
                recorded.advance(warmUp + (c + 1) * chunk);
                plainNanos[c] = middle - start;
                actorNanos[c] = end - middle;
                recordedNanos[c] = System.nanoTime() - end;
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        }
        double simulated = chunk * interval * 1e9;
        return new Result(
                scenario.grid().interval(),
                simulated / median(actorNanos),
                simulated / median(plainNanos),
                simulated / median(recordedNanos));
    }

    private static ConductedLoop recorded(Scenario scenario, Path file) throws IOException {
        Wiring wiring = new Wiring(scenario);
        LoopParts parts = wiring.agent(true);
        return new ConductedLoop(
                parts,
                scenario.run().threads(),
                RecordingPlan.create(file, Tracks.of(parts, scenario.recording()), wiring));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
