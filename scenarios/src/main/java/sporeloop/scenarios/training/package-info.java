/**
 * Training runs: the actor that owns a run's life, the actor that writes it down, and what is measured
 * beside it.
 *
 * <p>Files are read in {@code file}, words for the user are found in {@code command}.
 */
@NullMarked
package sporeloop.scenarios.training;

import org.jspecify.annotations.NullMarked;
