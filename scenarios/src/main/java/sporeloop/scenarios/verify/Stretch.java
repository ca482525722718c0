package sporeloop.scenarios.verify;

import java.util.List;

/**
 * How finely a replay is cut. The engine may consolidate any number of steps at once; the results
 * must not depend on it. A stretch ends at a weight update at the latest.
 *
 * @param name for the report
 * @param steps most steps at once
 */
record Stretch(String name, int steps) {
    /** Every step, every seventh (which divides no update interval in use), and each update. */
    static List<Stretch> ways(long updateInterval) {
        return List.of(
                new Stretch("1 step", 1),
                new Stretch("7 steps", 7),
                new Stretch("update interval", (int) Math.min(updateInterval, Integer.MAX_VALUE)));
    }

    /** Whether a stretch ends after {@code done} steps from the beginning. */
    boolean endsAfter(long done, long updateInterval) {
        return done % updateInterval == 0 || (done % updateInterval) % steps == 0;
    }
}
