package sporeloop.scenarios.training;

import akka.actor.typed.ActorSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import sporeloop.bridge.Loop;
import sporeloop.scenarios.file.Scenario;

/**
 * Times the same loop in actors and in a plain loop. Both advance through the same simulated time of the
 * same seed in {@link Turns} on one thread, a second at a time, so that the machine's other work, and
 * what has become of the caches, falls on both alike. A loop's speed is that of its median turn, and
 * <pre>
 *   overhead = median over the turns of actors' wall time / plain wall time − 1
 * </pre>
 *
 * <p>On two threads of two cores (tried) the core that rests while the other loop has its turn begins
 * the next one cold: 6 % instead of 2 %, of which a run, which does not rest, has nothing.
 */
public final class LoopBenchmark {
    private static final double WARM_UP_SECONDS = 300;
    // Some 2 ms of wall time: most are not interrupted by the machine's other work.
    private static final double TURN_SECONDS = 1;
    private static final int TURNS = 1500;

    private LoopBenchmark() {}

    /**
     * What was measured.
     *
     * @param exchangeMs exchange interval [ms]
     * @param actors simulated time over wall time in actors, on the scenario's threads
     * @param plain the same in a plain loop
     * @param recorded the same in actors, recorded
     * @param overhead what the actors cost: 0.05 is 5 % more wall time
     * @param recording what recording costs a loop in actors
     */
    public record Result(
            double exchangeMs,
            double actors,
            double plain,
            double recorded,
            double overhead,
            double recording) {}

    /**
     * Measures one scenario; takes some seconds.
     *
     * @throws IOException if the recording can't be written
     */
    public static Result measure(Scenario scenario) throws IOException {
        double interval = scenario.grid().interval() / 1000;
        long turn = Math.max(1, Math.round(TURN_SECONDS / interval));
        long warmUp = Math.round(WARM_UP_SECONDS / interval);
        Wiring wiring = new Wiring(scenario);
        Loop plain = wiring.agent(true).loop();
        plain.start();
        Path file = Files.createTempDirectory("sporeloop").resolve("recording.spr");
        try (LoopActors actors = new LoopActors(wiring.agent(true), null);
                LoopActors recorded = recorded(scenario, file)) {
            CompletableFuture<double[][]> done = new CompletableFuture<>();
            ActorSystem<Void> system =
                    ActorSystem.create(
                            Turns.create(
                                    plain, List.of(actors, recorded), warmUp, turn, TURNS, done),
                            "bench",
                            AkkaSettings.of(scenario.run().threads()));
            try {
                return result(scenario.grid().interval(), turn * interval, done.join());
            } finally {
                system.terminate();
                system.getWhenTerminated().toCompletableFuture().join();
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        }
    }

    private static Result result(double intervalMs, double turnSeconds, double[][] nanos) {
        double simulated = turnSeconds * 1e9;
        return new Result(
                intervalMs,
                simulated / median(nanos[1]),
                simulated / median(nanos[0]),
                simulated / median(nanos[2]),
                median(ratios(nanos[1], nanos[0])) - 1,
                median(ratios(nanos[2], nanos[1])) - 1);
    }

    private static double[] ratios(double[] above, double[] below) {
        double[] ratios = new double[above.length];
        for (int n = 0; n < ratios.length; n++) {
            ratios[n] = above[n] / below[n];
        }
        return ratios;
    }

    private static LoopActors recorded(Scenario scenario, Path file) throws IOException {
        Wiring wiring = new Wiring(scenario);
        LoopParts parts = wiring.agent(true);
        return new LoopActors(
                parts, RecordingPlan.create(file, Tracks.of(parts, scenario.recording()), wiring));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
