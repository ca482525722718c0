package sporeloop.scenarios.training;

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
    private static final double CHUNK_SECONDS = 60;
    private static final int CHUNKS = 15;

    private LoopBenchmark() {}

    /**
     * What was measured.
     *
     * @param exchangeMs exchange interval [ms]
     * @param actors simulated time over wall time in actors, on the scenario's threads
     * @param plain the same in a plain loop
     */
    public record Result(double exchangeMs, double actors, double plain) {
        /** What the actors cost: 0.05 is 5 % more wall time. */
        public double overhead() {
            return plain / actors - 1;
        }
    }

    /** Measures one scenario; takes some seconds. */
    public static Result measure(Scenario scenario) {
        Wiring wiring = new Wiring(scenario);
        double interval = scenario.grid().interval() / 1000;
        long warmUp = Math.round(WARM_UP_SECONDS / interval);
        long chunk = Math.round(CHUNK_SECONDS / interval);
        Loop plain = wiring.agent(true).loop();
        LoopParts parts = wiring.agent(true);
        plain.start();
        parts.loop().start();
        double[] plainNanos = new double[CHUNKS];
        double[] actorNanos = new double[CHUNKS];
        try (ConductedLoop actors = new ConductedLoop(parts, scenario.run().threads())) {
            plain.advance(warmUp);
            actors.advance(warmUp);
            for (int c = 0; c < CHUNKS; c++) {
                long start = System.nanoTime();
                plain.advance(chunk);
                long middle = System.nanoTime();
                actors.advance(warmUp + (c + 1) * chunk);
                plainNanos[c] = middle - start;
                actorNanos[c] = System.nanoTime() - middle;
            }
        }
        double simulated = chunk * interval * 1e9;
        return new Result(
                scenario.grid().interval(),
                simulated / median(actorNanos),
                simulated / median(plainNanos));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
