package sporeloop.scenarios.sweep;

import java.util.Map;

/**
 * A point that a sweep will run first.
 *
 * @param labels value of each axis
 * @param seconds simulated time of a run [s]
 */
public record PlannedPoint(Map<String, String> labels, double seconds) {}
