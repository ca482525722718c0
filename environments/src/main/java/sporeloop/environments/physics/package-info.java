/**
 * Rigid bodies on a plane seen from above, in metres: what the tasks share of JBox2D.
 *
 * <p>Scale, settings and time stepping live here, once. No task, no reward, no drawing ever does.
 */
@NullMarked
package sporeloop.environments.physics;

import org.jspecify.annotations.NullMarked;
