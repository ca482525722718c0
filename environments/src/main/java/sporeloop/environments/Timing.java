package sporeloop.environments;

/**
 * How an environment's time is cut.
 *
 * @param interval length of one {@link Environment#advance}, the exchange interval [s]
 * @param physicsSteps physics steps in one interval, ≥ 1
 */
public record Timing(double interval, int physicsSteps) {
    public Timing {
        if (!(interval > 0) || physicsSteps < 1) {
            throw new IllegalArgumentException(
                    "interval = "
                            + interval
                            + " s in "
                            + physicsSteps
                            + " physics steps, but both must be > 0");
        }
    }

    /** Length of one physics step [s]. */
    public double physicsStep() {
        return interval / physicsSteps;
    }
}
