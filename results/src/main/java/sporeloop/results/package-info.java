/**
 * What a run leaves: {@code run} directories and their tables, {@code file} framing for agents and
 * checkpoints, {@code recording}s, {@code figures}, {@code statistics}. In this package stands only
 * what they share.
 *
 * <p>Actors, physics and learning rules are never known here.
 */
@NullMarked
package sporeloop.results;

import org.jspecify.annotations.NullMarked;
