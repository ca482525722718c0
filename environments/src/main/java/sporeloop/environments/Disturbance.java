package sporeloop.environments;

/** Something done to a task from outside, between two intervals. */
public sealed interface Disturbance {
    /**
     * The body's velocity changes at once.
     *
     * @param x along the plane's x axis; ahead for a body that drives [m/s]
     * @param y along the plane's y axis; to the left of a body that drives [m/s]
     */
    record Push(double x, double y) implements Disturbance {}

    /**
     * The goal is elsewhere from now on, in later episodes too.
     *
     * @param x [m]
     * @param y [m]
     */
    record MovedGoal(double x, double y) implements Disturbance {}

    /** The goal is again where the task has it. */
    record ReturnedGoal() implements Disturbance {}
}
