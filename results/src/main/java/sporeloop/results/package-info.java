/**
 * What a run leaves: run directories, metrics, curves, the formats of recordings and checkpoints,
 * plots and reports.
 *
 * <p>Actors, physics and learning rules are never known here.
 */
@NullMarked
package sporeloop.results;

import org.jspecify.annotations.NullMarked;
