package sporeloop.scenarios.training;

/**
 * Whether a time of the grid {@code period} falls into an interval, or on its end.
 *
 * @param period [ms]
 * @param interval [ms]
 */
record Every(double period, double interval) {
    /** Whether it is interval {@code k}. */
    boolean at(long k) {
        return Math.floor((k + 1) * interval / period) > Math.floor(k * interval / period);
    }
}
