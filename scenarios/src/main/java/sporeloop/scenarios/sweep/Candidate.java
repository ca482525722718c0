package sporeloop.scenarios.sweep;

/**
 * A point to be tried.
 *
 * @param seconds simulated time to give it [s]; NaN for the scenario's own
 */
record Candidate(Point point, double seconds) {
    /** A point to be tried for the whole duration. */
    static Candidate whole(Point point) {
        return new Candidate(point, Double.NaN);
    }
}
