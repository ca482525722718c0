/**
 * Supervised training of sparse rate networks by deep rewiring (DEEP R): gradient, L1 and noise on
 * connections whose number never changes, with plain gradient descent and pruning to compare with.
 *
 * <p>Here live layers as lists of connections and what moves them. Spikes and rewards never do.
 */
@NullMarked
package sporeloop.spore.deepr;

import org.jspecify.annotations.NullMarked;
