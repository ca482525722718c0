package sporeloop.scenarios.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Who replays a case, and how finely it is cut. The engine may consolidate any number of steps at
 * once; the results must not depend on it. A stretch ends at a weight update at the latest.
 *
 * @param name for the report
 * @param steps most steps at once
 * @param reference whether the per-step reference replays, in the place of the engine
 */
record Way(String name, int steps, boolean reference) {
    /**
     * The engine in every step, every seventh (which divides no update interval in use), and each
     * update.
     *
     * @param reference whether the reference is wanted too, which knows single steps only
     */
    static List<Way> all(long updateInterval, boolean reference) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("1 step", 1, false));
        ways.add(new Way("7 steps", 7, false));
        int whole = (int) Math.min(updateInterval, Integer.MAX_VALUE);
        ways.add(new Way("update interval", whole, false));
        if (reference) {
            ways.add(new Way("reference", 1, true));
        }
        return ways;
    }

    /** Whether a stretch ends after {@code done} steps from the beginning. */
    boolean endsAfter(long done, long updateInterval) {
        return done % updateInterval == 0 || (done % updateInterval) % steps == 0;
    }
}
