/**
 * Sweeps: many runs of one scenario with changed keys and seeds. Here live the points and how they are
 * chosen, and their running beside each other.
 *
 * <p>What runs leave on the disk and what is made of it is known in {@code results}; one run in {@code
 * training}.
 */
@NullMarked
package sporeloop.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
