/**
 * Synaptic sampling without reward: a spiking winner-take-all network whose connections sample from
 * the posterior that their prior and the statistics of the input spikes define.
 *
 * <p>Here live that network and its rule. Rewards, actors and tasks never do.
 */
@NullMarked
package sporeloop.spore.inference;

import org.jspecify.annotations.NullMarked;
