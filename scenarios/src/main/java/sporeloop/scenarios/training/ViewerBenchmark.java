package sporeloop.scenarios.training;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.bridge.Loop;
import sporeloop.scenarios.file.Scenario;

/**
 * Times the same loop with a window that looks on and without one. Both advance in turns, chunk by
 * chunk, through the same simulated time of the same seed, as fast as they can; a loop's speed is that of
 * its median chunk.
 * <pre>
 *   slow-down = speed alone / speed watched − 1
 * </pre>
 */
public final class ViewerBenchmark {
    private static final double WARM_UP_SECONDS = 300;
    private static final double CHUNK_SECONDS = 600;
    private static final int CHUNKS = 9;

    private ViewerBenchmark() {}

    /**
     * What was measured.
     *
     * @param alone simulated time over wall time without a window
     * @param watched the same with one
     * @param same whether both agents are the same bytes at the end
     */
    public record Result(double alone, double watched, boolean same) {
        /** What being watched costs: 0.05 is 5 % more wall time. */
        public double slowDown() {
            return alone / watched - 1;
        }
    }

    /** Measures one scenario under the eyes of {@code audience}; takes about a minute. */
    public static Result measure(Scenario scenario, Audience audience) throws IOException {
        Wiring wiring = new Wiring(scenario);
        double interval = scenario.grid().interval() / 1000;
        long chunk = Math.round(CHUNK_SECONDS / interval);
        LoopParts alone = wiring.agent(true);
        LoopParts seen = wiring.agent(true);
        Loop plain = alone.loop();
        plain.start();
        seen.loop().start();
        SeenTracks tracks = SeenTracks.of(wiring, seen, Wiring.LEARNING, seen.reading());
        double[] plainNanos = new double[CHUNKS];
        double[] seenNanos = new double[CHUNKS];
        try (Broadcast broadcast = audience.broadcast(tracks, seen.exchange())) {
            Loop watched = new Loop(seen.body(), seen.brain(), seen.exchange(), broadcast);
            plain.advance(Math.round(WARM_UP_SECONDS / interval));
            watched.advance(Math.round(WARM_UP_SECONDS / interval));
            for (int c = 0; c < CHUNKS; c++) {
                long start = System.nanoTime();
                plain.advance(chunk);
                long middle = System.nanoTime();
                watched.advance(chunk);
                plainNanos[c] = middle - start;
                seenNanos[c] = System.nanoTime() - middle;
            }
        }
        double simulated = chunk * interval * 1e9;
        return new Result(
                simulated / median(plainNanos),
                simulated / median(seenNanos),
                Arrays.equals(state(alone), state(seen)));
    }

    private static byte[] state(LoopParts parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.brain().save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
