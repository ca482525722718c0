package sporeloop.scenarios.sweep;

/**
 * An axis that counts at some points only; elsewhere its keys stay as the base has them.
 *
 * @param axis name of the axis
 * @param when where it counts
 */
record Condition(String axis, Match when) {}
