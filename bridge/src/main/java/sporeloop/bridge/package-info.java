/**
 * The timed bridge between body and brain: encoders, decoders, delay lines, the exchange as a plain
 * class, and the actors around them.
 *
 * <p>Which learning rule runs and which task runs is never known here.
 */
@NullMarked
package sporeloop.bridge;

import org.jspecify.annotations.NullMarked;
