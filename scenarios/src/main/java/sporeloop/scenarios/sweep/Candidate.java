package sporeloop.scenarios.sweep;

/**
 * A point to be tried.
 *
 * @param seconds simulated time to give it [s]; NaN for the scenario's own
 * @param done simulated time that it has had in a trial before [s], whose beginning this one shares; NaN
 *     for none
 */
record Candidate(Point point, double seconds, double done) {
    /** A point to be tried for the whole duration. */
    static Candidate whole(Point point) {
        return new Candidate(point, Double.NaN, Double.NaN);
    }
}
