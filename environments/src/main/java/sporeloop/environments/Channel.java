package sporeloop.environments;

/**
 * One number of an observation or of a command.
 *
 * @param name in the field's words, in snake_case as in tables
 * @param unit as in {@code m/s}; empty if dimensionless
 * @param min least value; commands beyond it are clipped by the environment
 * @param max greatest value
 */
public record Channel(String name, String unit, double min, double max) {
    public Channel {
        if (!(min < max)) {
            throw new IllegalArgumentException(
                    "channel " + name + ": min = " + min + " must be less than max = " + max);
        }
    }

    /** {@code value} as the environment takes it: clipped to the range, the middle if not a number. */
    public double clip(double value) {
        return Double.isNaN(value) ? 0.5 * (min + max) : Math.max(min, Math.min(max, value));
    }
}
