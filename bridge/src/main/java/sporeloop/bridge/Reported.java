package sporeloop.bridge;

/**
 * A side's figures at a boundary; the array belongs to whoever gets it.
 *
 * @param values the body's tallies, or the brain's telemetry
 */
public record Reported(Side side, double[] values) {}
