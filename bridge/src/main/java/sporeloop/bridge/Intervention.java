package sporeloop.bridge;

import org.jspecify.annotations.Nullable;
import sporeloop.environments.Disturbance;
import sporeloop.environments.Environment;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * A fault or a change that befalls the loop, for a stretch of simulated time or at once.
 *
 * @param change what it does
 */
public record Intervention(
        @Parameter(
                        value =
                                "simulated time at which it begins, a whole number of exchange"
                                        + " intervals",
                        unit = Unit.S,
                        range = "[0, 10000000000]")
                double at,
        @Parameter(
                        value = "how long it lasts, in whole exchange intervals; 0: to the end",
                        unit = Unit.S,
                        standard = "0 s",
                        range = "[0, 10000000000]")
                double lasts,
        Change change) {
    public Intervention {
        Ranges.check(Intervention.class, at, lasts, change);
        if (lasts != 0 && !change.lasts()) {
            throw new IllegalArgumentException(
                    "lasts = %s s, but a %s is done at once. Leave lasts out."
                            .formatted(lasts, change.key()));
        }
    }

    /** One that lasts to the end, or is done at once if it is of that kind. */
    public Intervention(double at, Change change) {
        this(at, 0, change);
    }

    /** Simulated time at which it is over [s]; infinite: never. */
    public double ends() {
        if (!change.lasts()) {
            return at;
        }
        return lasts == 0 ? Double.POSITIVE_INFINITY : at + lasts;
    }

    /** The same at another simulated time [s]. */
    public Intervention at(double seconds) {
        return new Intervention(seconds, lasts, change);
    }

    /** The interval in which it begins. */
    long from(Grid grid) {
        return at == 0 ? 0 : grid.intervals("at", at * 1000);
    }

    /** The interval after its last; {@link Long#MAX_VALUE}: it never ends. */
    long to(Grid grid) {
        return lasts == 0 ? Long.MAX_VALUE : from(grid) + grid.intervals("lasts", lasts * 1000);
    }

    /**
     * Refuses one that a task can't take.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public void check(Grid grid, Environment environment) {
        from(grid);
        to(grid);
        if (change instanceof Change.RotateMotorMap && environment.spec().command().size() < 2) {
            throw new IllegalArgumentException(
                    "rotate-motor-map needs two command channels, but the task has one.");
        }
        Disturbance disturbance = disturbance();
        String refusal = disturbance == null ? null : environment.refusal(disturbance);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
    }

    /** What it does to the body itself when it begins; null: nothing. */
    @Nullable Disturbance disturbance() {
        if (change instanceof Change.Push push) {
            return new Disturbance.Push(push.x(), push.y());
        }
        return change instanceof Change.MoveGoal goal
                ? new Disturbance.MovedGoal(goal.x(), goal.y())
                : null;
    }
}
