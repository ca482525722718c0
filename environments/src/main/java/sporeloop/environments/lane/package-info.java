/**
 * The task {@code lane-following}: a car that is to stay in its lane.
 *
 * <p>Track, car, reward and oracle live here. Files and spikes never do.
 */
@NullMarked
package sporeloop.environments.lane;

import org.jspecify.annotations.NullMarked;
