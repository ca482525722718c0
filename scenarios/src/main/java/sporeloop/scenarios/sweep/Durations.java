package sporeloop.scenarios.sweep;

/**
 * The simulated times that a trial may be given.
 *
 * @param whole of the scenario [s]
 * @param unit what shorter ones are multiples of: the time of a row [s]
 */
record Durations(double whole, double unit) {
    /** The nearest duration to a share of the whole. */
    double share(double share) {
        double units = Math.max(1, Math.rint(whole * share / unit));
        return Math.min(whole, units * unit);
    }
}
