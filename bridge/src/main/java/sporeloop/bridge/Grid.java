package sporeloop.bridge;

import java.util.OptionalDouble;
import sporeloop.environments.Timing;

/**
 * The four grids of simulated time. Exchange and update interval are any multiples of the step,
 * independent of each other; the physics steps divide the exchange interval.
 *
 * @param step h, the simulation step [ms]
 * @param exchange steps in an exchange interval, ≥ 1
 * @param update steps between two weight updates, ≥ 1
 * @param physics physics steps in an exchange interval, ≥ 1
 */
public record Grid(double step, int exchange, int update, int physics) {
    private static final double LONGEST_PHYSICS_STEP = 10;
    private static final double TOLERANCE = 1e-9;

    public Grid {
        if (!(step > 0) || exchange < 1 || update < 1 || physics < 1) {
            throw new IllegalArgumentException(
                    "step = %s ms, exchange = %d, update = %d, physics = %d, but all must be > 0"
                            .formatted(step, exchange, update, physics));
        }
    }

    /**
     * The grids of durations in milliseconds.
     *
     * @param physicsStep empty: the largest divisor of the exchange interval that is ≤ 10 ms
     * @throws IllegalArgumentException in one sentence, if one is not a whole number of its unit
     */
    public static Grid of(
            double step,
            double exchangeInterval,
            double updateInterval,
            OptionalDouble physicsStep) {
        int exchange = (int) steps("exchange-interval", exchangeInterval, step);
        int update = (int) steps("weight-update-interval", updateInterval, step);
        double length = exchange * step;
        int physics = (int) Math.ceil(length / LONGEST_PHYSICS_STEP - TOLERANCE);
        if (physicsStep.isPresent()) {
            physics = divisor(physicsStep.getAsDouble(), length);
        }
        return new Grid(step, exchange, update, physics);
    }

    /**
     * The number of steps in {@code duration}.
     *
     * @param key the duration's name in the scenario, for the sentence
     * @throws IllegalArgumentException if it is not a whole number of steps, or none
     */
    public static long steps(String key, double duration, double step) {
        return multiple(key, duration, step, "steps");
    }

    /** The number of exchange intervals in {@code duration} [ms], refused unless whole. */
    public long intervals(String key, double duration) {
        return multiple(key, duration, interval(), "exchange intervals");
    }

    /** Length of an exchange interval [ms]. */
    public double interval() {
        return exchange * step;
    }

    /** Simulated time at the start of exchange interval {@code k} [s]. */
    public double seconds(long k) {
        return k * interval() / 1000;
    }

    /** How an environment is to cut its time. */
    public Timing timing() {
        return new Timing(interval() / 1000, physics);
    }

    /** The four grids on one line, for the start of a run. */
    public String describe() {
        return "step %s, exchange every %s, weight update every %s, physics step %s"
                .formatted(ms(step), ms(interval()), ms(update * step), ms(interval() / physics));
    }

    private static long multiple(String key, double duration, double unit, String name) {
        long count = Math.round(duration / unit);
        if (count < 1 || Math.abs(count * unit - duration) > TOLERANCE * Math.max(1, duration)) {
            throw new IllegalArgumentException(
                    "%s = %s is not a whole number of %s of %s. Nearest: %s."
                            .formatted(
                                    key, ms(duration), name, ms(unit), neighbours(duration, unit)));
        }
        if (count > Integer.MAX_VALUE && name.equals("steps")) {
            throw new IllegalArgumentException(
                    "%s = %s is more than %d steps of %s."
                            .formatted(key, ms(duration), Integer.MAX_VALUE, ms(unit)));
        }
        return count;
    }

    private static int divisor(double physicsStep, double length) {
        long count = Math.max(1, Math.round(length / physicsStep));
        if (Math.abs(length / count - physicsStep) > TOLERANCE * length) {
            long fewer = Math.max(1, (long) Math.floor(length / physicsStep));
            long more = (long) Math.ceil(length / physicsStep);
            String nearest =
                    fewer == more
                            ? ms(length / more)
                            : ms(length / more) + ", " + ms(length / fewer);
            throw new IllegalArgumentException(
                    "physics-step = %s does not divide the exchange interval of %s. Nearest: %s."
                            .formatted(ms(physicsStep), ms(length), nearest));
        }
        return (int) count;
    }

    private static String neighbours(double duration, double unit) {
        long below = (long) Math.floor(duration / unit);
        return below < 1 ? ms(unit) : ms(below * unit) + ", " + ms((below + 1) * unit);
    }

    /** Milliseconds as a reader would write them: no exponent, no trailing zeros. */
    private static String ms(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return new java.math.BigDecimal(Double.toString(rounded))
                        .stripTrailingZeros()
                        .toPlainString()
                + " ms";
    }
}
