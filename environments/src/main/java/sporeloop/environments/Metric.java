package sporeloop.environments;

/**
 * A figure that says how well a task goes over a window of simulated time, computed from what the
 * environment's running {@linkplain Environment#tallies tallies} gained in that window.
 *
 * @param name in snake_case, with its unit as the last part: {@code targets_reached_per_min}
 * @param unit the unit; empty if dimensionless
 * @param meaning the definition, in one sentence
 * @param higherIsBetter whether a larger value means a better agent
 * @param formula from gains to value
 */
public record Metric(
        String name, String unit, String meaning, boolean higherIsBetter, Formula formula) {
    /** From the tallies' gains over a window to the metric's value. */
    @FunctionalInterface
    public interface Formula {
        /**
         * @param gained what each tally gained in the window, in the order of {@link Spec#tallies}
         * @param seconds length of the window in simulated seconds, &gt; 0
         * @return the value; {@code NaN} if the window holds no event to speak of
         */
        double value(double[] gained, double seconds);
    }
}
