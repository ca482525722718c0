package sporeloop.scenarios.training;

import sporeloop.bridge.Loop;
import sporeloop.scenarios.file.Scenario;

/**
 * How fast a scenario runs here, from a second or two of a plain loop: an estimate, good to a third or
 * so, since the compiler and the caches have only begun.
 */
public final class Speed {
    private static final double WARM_UP = 1e9;
    private static final double MEASURED = 5e8;
    private static final long CHUNK = 50;

    /** Simulated time of the measurements beside each run [s]. */
    private static final double BESIDE = 600;

    private Speed() {}

    /** Wall time that a run of a scenario will take [s], about. */
    public static double seconds(Scenario scenario) {
        Loop loop = new Wiring(scenario).agent(true).loop();
        loop.start();
        advance(loop, WARM_UP);
        long begun = System.nanoTime();
        long intervals = advance(loop, MEASURED);
        double wall = (System.nanoTime() - begun) / 1e9;
        double factor = scenario.grid().seconds(intervals) / wall;
        return (scenario.run().duration() + BESIDE) / factor;
    }

    private static long advance(Loop loop, double nanos) {
        long begun = System.nanoTime();
        long intervals = 0;
        while (System.nanoTime() - begun < nanos) {
            loop.advance(CHUNK);
            intervals += CHUNK;
        }
        return intervals;
    }
}
