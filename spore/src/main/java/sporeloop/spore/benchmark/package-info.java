/**
 * How fast the engine is, against the per-step reference in the same run. The engine never knows
 * that it is being timed.
 */
@NullMarked
package sporeloop.spore.benchmark;

import org.jspecify.annotations.NullMarked;
