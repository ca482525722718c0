/**
 * Networks: populations and projections put together, advanced step by step, saved, restored and
 * looked at. No equation of a neuron or a synapse stands here.
 */
@NullMarked
package sporeloop.spore.network;

import org.jspecify.annotations.NullMarked;
