package sporeloop.bridge;

/**
 * The loss of a share of a brain's plastic synapses.
 *
 * @param projection whose synapses; {@link #ALL}: those of all projections that learn
 * @param share probability that a synapse is lost
 * @param seed decides which
 */
public record SynapseLesion(String projection, double share, long seed) {
    /** In place of a projection's name: all. */
    public static final String ALL = "all";

    /** Whether it concerns a projection. */
    public boolean concerns(String name) {
        return projection.equals(ALL) || projection.equals(name);
    }
}
