/**
 * The event camera: from a drawing to a picture, from pictures to events.
 *
 * <p>Rasteriser, views and the sensor's model live here. What a task draws, and what becomes of the
 * events, never does.
 */
@NullMarked
package sporeloop.environments.camera;

import org.jspecify.annotations.NullMarked;
