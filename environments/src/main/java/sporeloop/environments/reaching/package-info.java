/**
 * The task {@code reaching}: a ball that is to roll to a goal.
 *
 * <p>Body, reward and oracle live here. Place cells and spikes never do.
 */
@NullMarked
package sporeloop.environments.reaching;

import org.jspecify.annotations.NullMarked;
