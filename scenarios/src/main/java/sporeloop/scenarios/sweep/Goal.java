package sporeloop.scenarios.sweep;

/** Which scores of a metric are better. */
public enum Goal {
    MAXIMISE,
    MINIMISE
}
