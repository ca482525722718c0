package sporeloop.scenarios.sweep;

/** How the points of a sweep are chosen: the block {@code sweep.strategy}, whose {@code kind} is one of these. */
public sealed interface Strategy permits Grid, Random, Sobol, SuccessiveHalving, Hyperband, CmaEs {
    /**
     * A search by this strategy.
     *
     * @throws IllegalArgumentException in a sentence, if it can't search that space
     */
    Search search(Space space, Durations durations);

    /** Whether all points are known before the first is tried, so that parts can run anywhere. */
    default boolean isKnownAhead() {
        return true;
    }
}
