/**
 * Spiking networks that learn by reward with SPORE: neurons, plastic synapses, synaptic sampling and
 * rewiring, as a plain library that a main method of ten lines can use.
 *
 * <p>Here live the network's step and what it is made of. Actors, physics, files and tasks never do.
 */
@NullMarked
package sporeloop.spore;

import org.jspecify.annotations.NullMarked;
