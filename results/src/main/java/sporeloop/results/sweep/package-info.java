/**
 * What many runs leave together: the directory of a sweep, whose truth is one finished directory a
 * trial, and what is made of them.
 *
 * <p>Which trials there are and how they run is known in {@code scenarios}.
 */
@NullMarked
package sporeloop.results.sweep;

import org.jspecify.annotations.NullMarked;
