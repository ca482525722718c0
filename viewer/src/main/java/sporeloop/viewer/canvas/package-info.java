/**
 * Drawing: shapes and text collected in pixels ({@link sporeloop.viewer.canvas.Canvas}), turned into
 * one draw call by OpenGL, in a window or in memory. Nothing here knows what a robot is.
 */
@NullMarked
package sporeloop.viewer.canvas;

import org.jspecify.annotations.NullMarked;
