/**
 * Pictures of an environment for the documentation: its scene from above in a light theme, and what
 * it senses beside it. Draws into images in memory; knows no task and moves nothing.
 */
@NullMarked
package sporeloop.scenarios.picture;

import org.jspecify.annotations.NullMarked;
