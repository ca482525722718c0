package sporeloop.bridge;

/** How a command acts during its interval. */
public enum CommandCourse {
    /** All the time. */
    HOLD,
    /** Growing evenly out of the one before, from physics step to physics step; whole in the last. */
    INTERPOLATE
}
