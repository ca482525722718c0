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

    /**
     * A command that goes evenly from a former one to a new one, which it reaches in the last physics
     * step: c(s) = former + (command − former)·s/S.
     *
     * @param step s, from 1
     */
    public double ramp(double former, double command, int step) {
        return step == physicsSteps || former == command
                ? command
                : former + (command - former) * step / physicsSteps;
    }

    /** Length of one physics step [s]. */
    public double physicsStep() {
        return interval / physicsSteps;
    }
}
