/**
 * How synapses learn: presynaptic traces, eligibility, reward gradient, synaptic sampling, rewiring,
 * and what is done to the reward before it reaches a synapse. Neurons are never known here, only
 * their learning signals.
 */
@NullMarked
package sporeloop.spore.plasticity;

import org.jspecify.annotations.NullMarked;
