/**
 * Stochastic point neurons: membrane, threshold, spike probability, dead time. Weights, learning and
 * reward are never known here.
 */
@NullMarked
package sporeloop.spore.neuron;

import org.jspecify.annotations.NullMarked;
